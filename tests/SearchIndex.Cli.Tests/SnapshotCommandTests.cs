using SearchIndex.News.Query;

namespace SearchIndex.Cli.Tests;

public sealed class SnapshotCommandTests
{
    [Fact]
    public async Task Snapshot_CreateListRestore_BringsTheIndexBack()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["snapshot", "create", "--name", "monday"]));
        Assert.Equal("monday\n", run.Output);
        await run.Add("a-2.txt", "恐龙化石", "新的恐龙化石。").RunAsync(["update", run.Articles]);
        Assert.Equal(2, Articles(run));
        await run.RunAsync(["snapshot", "list"]);
        Assert.StartsWith("monday\t", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["snapshot", "restore", "monday"]));

        Assert.Equal(1, Articles(run));
        Assert.Contains("index.before-", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snapshot create", ExitCode.NoIndex)]
    [InlineData("snapshot create --name ../x", ExitCode.WrongUsage)]
    [InlineData("snapshot restore", ExitCode.WrongUsage)]
    [InlineData("snapshot restore ..", ExitCode.WrongUsage)]
    [InlineData("snapshot restore nobody", ExitCode.NoIndex)]
    [InlineData("snapshot list", ExitCode.Ok)]
    public async Task Snapshot_WithoutAnIndex_EndsWithItsCode(string arguments, int expected)
    {
        using var run = new CommandLineRun();

        Assert.Equal(expected, await run.RunAsync(arguments.Split(' ')));
        Assert.Empty(run.Output);
    }

    private static int Articles(CommandLineRun run)
    {
        using NewsSearcher searcher = NewsSearcher.Open(run.Index);
        return searcher.Stats().Articles;
    }
}
