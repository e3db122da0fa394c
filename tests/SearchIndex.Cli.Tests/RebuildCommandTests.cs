using System.Text.Json;

namespace SearchIndex.Cli.Tests;

public sealed class RebuildCommandTests
{
    [Fact]
    public async Task Rebuild_Articles_ReportsOnStandardOutput()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").Add("a-2.txt", "日本外相访华", "林芳正抵达北京。");

        int code = await run.RunAsync(["rebuild", run.Articles]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(run.Error);
        Assert.Matches(@"(?m)^read +2 files, 0\.0 MB$", run.Output);
        Assert.Matches("(?m)^indexed +2 articles, [12] segments$", run.Output); // Each of two threads may have one.
        Assert.Matches("(?m)^copies +0$", run.Output);
        Assert.Matches("(?m)^problems +0$", run.Output);
        Assert.Matches(@"(?m)^time +\d+\.\d\d s, \d+\.\d MB/s$", run.Output);
        Assert.Matches(@"(?m)^memory +[1-9]\d* MB at the peak$", run.Output);
    }

    [Theory]
    [InlineData(false, ExitCode.Ok)]
    [InlineData(true, ExitCode.Problems)]
    public async Task Rebuild_FileThatIsNoArticle_IsAProblemOnlyWhenStrict(bool isStrict, int expected)
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").AddFile("two\nlines.txt", string.Empty);

        int code = await run.RunAsync(isStrict ? ["rebuild", run.Articles, "--strict"] : ["rebuild", run.Articles]);

        Assert.Equal(expected, code);
        Assert.Matches(@"(?m)^  empty +1$", run.Output);
        Assert.Contains("two\\nlines.txt: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Rebuild_Json_IsTheReport()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").AddFile("empty.txt", string.Empty);

        int code = await run.RunAsync(["rebuild", run.Articles, "--json", "--threads", "1", "--max-segments", "1", "--buffer", "16"]);

        Assert.Equal(ExitCode.Ok, code);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(1, report.GetProperty("indexed").GetInt32());
        Assert.Equal("empty", report.GetProperty("problems")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Rebuild_Cancelled_Is130AndLeavesTheOldIndex()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        int code = await run.RunAsync(["rebuild", run.Articles], cancellation.Token);

        Assert.Equal(ExitCode.Cancelled, code);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["search", "北约"]));
        Assert.StartsWith("1 articles", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_Named_WritesThere()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        await run.RunAsync(["rebuild", run.Articles, "--index", run.At("elsewhere")]);

        Assert.False(Directory.Exists(run.Index));
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify", "--index", run.At("elsewhere")]));
    }

    [Fact]
    public async Task Rebuild_Reproducible_GivesTheSameBytesAndRefusesAnIndex()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").Add("a-2.txt", "日本外相访华", "林芳正抵达北京。");

        await run.RunAsync(["rebuild", run.Articles, "--reproducible", "--index", run.At("one")]);
        await run.RunAsync(["rebuild", run.Articles, "--reproducible", "--index", run.At("two"), "--threads", "1"]);
        int code = await run.RunAsync(["rebuild", run.Articles, "--reproducible", "--index", run.At("two")]);

        Assert.Equal(ExitCode.SystemRefused, code);
        Assert.Contains("holds an index", run.Error, StringComparison.Ordinal);
        string[] names = [.. Directory.GetFiles(run.At("one")).Select(file => Path.GetFileName(file))];
        Assert.Equal(names.Order(), Directory.GetFiles(run.At("two")).Select(file => Path.GetFileName(file)).Order());
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(run.At("one"), name)), File.ReadAllBytes(Path.Combine(run.At("two"), name))));
    }
}
