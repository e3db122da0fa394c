namespace SearchIndex.Cli.Tests;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Doctor_SoundSetUp_Is0()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);

        int code = await run.RunAsync(["doctor", "--full", "--watch", run.Articles, "--urls", "http://127.0.0.1:0"]);

        Assert.True(code == ExitCode.Ok, run.Output);
        Assert.Contains("1 articles", run.Output, StringComparison.Ordinal);
        Assert.Contains("java", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Warnings_Are1()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        File.Delete(Directory.GetFiles(run.Index, "manifest-*").Single());

        Assert.Equal(ExitCode.Warnings, await run.RunAsync(["doctor", "--urls", "http://127.0.0.1:0"]));
        Assert.Contains("-> ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor", "no index")]
    [InlineData("doctor --rate-limit many", "--rate-limit 'many' is not allowed")]
    [InlineData("doctor --config not-there", "cannot be read")]
    [InlineData("doctor --require-keys", "keys create")]
    public async Task Doctor_Faults_Are2(string arguments, string named)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.Faults, code);
        Assert.Contains(named, run.Output, StringComparison.Ordinal);
    }
}
