using System.Text.Json;

namespace SearchIndex.Cli.Tests;

public sealed class StatsAndVerifyCommandTests
{
    [Fact]
    public async Task Stats_Index_IsDescribed()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        int code = await run.RunAsync(["stats"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Matches("(?m)^articles +1$", run.Output);
        Assert.Matches("(?m)^from +2023-05-11$", run.Output);
        Assert.Matches("(?m)^  dw +1  ", run.Output);
    }

    [Fact]
    public async Task Stats_Json_IsThatOfTheDomain()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        int code = await run.RunAsync(["stats", "--json"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Verify_SoundIndex_Is0()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        int code = await run.RunAsync(["verify"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.NotEmpty(run.Output);
    }
}
