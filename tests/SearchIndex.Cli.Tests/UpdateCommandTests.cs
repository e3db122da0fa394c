using System.Text.Json;

namespace SearchIndex.Cli.Tests;

public sealed class UpdateCommandTests
{
    [Fact]
    public async Task Update_NewFile_ReportsOnStandardOutput()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        run.Add("a-2.txt", "日本外相访华", "林芳正抵达北京。");

        int code = await run.RunAsync(["update", run.Articles]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(run.Error);
        Assert.Matches("(?m)^found +2 files$", run.Output);
        Assert.Matches("(?m)^new +1$", run.Output);
        Assert.Matches("(?m)^unchanged +1$", run.Output);
        Assert.Matches("(?m)^written +1 articles$", run.Output);
        Assert.Matches("(?m)^index +2 articles, 0 copies, generation 2$", run.Output);
        Assert.Matches(@"(?m)^time +\d+\.\d\d s$", run.Output);
        await run.RunAsync(["search", "林芳正"]);
        Assert.StartsWith("1 articles", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_NoIndex_BuildsOne()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["update", run.Articles]));

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify"]));
    }

    [Fact]
    public async Task Update_NothingChanged_SaysSo()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        await run.RunAsync(["update", run.Articles]);

        Assert.Matches("(?m)^index +1 articles, 0 copies, generation 1 as before$", run.Output);
    }

    [Theory]
    [InlineData(false, ExitCode.Ok)]
    [InlineData(true, ExitCode.Problems)]
    public async Task Update_FileThatIsNoArticle_IsAProblemOnlyWhenStrict(bool isStrict, int expected)
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        run.AddFile("two\nlines.txt", string.Empty);

        int code = await run.RunAsync(isStrict ? ["update", run.Articles, "--strict"] : ["update", run.Articles]);

        Assert.Equal(expected, code);
        Assert.Contains("two\\nlines.txt: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_Json_IsTheReport()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").AddFile("empty.txt", string.Empty);

        int code = await run.RunAsync(["update", run.Articles, "--json"]);

        Assert.Equal(ExitCode.Ok, code);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(2, report.GetProperty("new").GetInt32());
        Assert.True(report.GetProperty("committed").GetBoolean());
        Assert.Equal("empty", report.GetProperty("problems")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Update_ManifestGone_Is6AndNamesRebuild()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        File.Delete(Directory.GetFiles(run.Index, "manifest-*").Single());

        int code = await run.RunAsync(["update", run.Articles]);

        Assert.Equal(ExitCode.RebuildNeeded, code);
        Assert.Contains("searchindex rebuild PATH", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["search", "北约"]));
    }

    [Fact]
    public async Task Update_PathThatIsNotThere_IsWrongUsage()
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["update", run.At("nowhere")]));
        Assert.False(Directory.Exists(run.Index));
    }
}
