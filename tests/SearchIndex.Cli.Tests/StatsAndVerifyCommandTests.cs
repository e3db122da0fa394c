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

    [Fact]
    public async Task Verify_Leftover_Is1()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(Path.Combine(run.Index, "_99.fdt"), "of a crash");

        int code = await run.RunAsync(["verify"]);

        Assert.Equal(ExitCode.Drift, code);
        Assert.Contains("_99.fdt", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DamagedSegment_Is2AndIsRepairedWhenTold()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        string damaged = Directory.GetFiles(run.Index, "_0.cfs").Single();
        byte[] bytes = await File.ReadAllBytesAsync(damaged);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes);

        Assert.Equal(ExitCode.Corrupt, await run.RunAsync(["verify"]));
        Assert.Contains("BROKEN", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Drift, await run.RunAsync(["verify", "--repair"]));
        Assert.Contains("articles lost: 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("is in the manifest and not in the index", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Drift, await run.RunAsync(["verify"]));
        string copy = Path.Combine(Assert.Single(Directory.GetDirectories(run.Index, "before-repair-*")), Path.GetFileName(damaged));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(copy));
    }

    [Fact]
    public async Task Verify_UnreadableCommit_Is2()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(Directory.GetFiles(run.Index, "segments_*")[0], "no index at all");

        Assert.Equal(ExitCode.Corrupt, await run.RunAsync(["verify"]));
    }

    [Fact]
    public async Task Verify_DamagedManifest_Is2AndRepairSaysThatItCannotHelp()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.AppendAllTextAsync(Directory.GetFiles(run.Index, "manifest-*.bin")[0], "x");

        Assert.Equal(ExitCode.Corrupt, await run.RunAsync(["verify"]));
        Assert.Contains("BROKEN: the manifest manifest-", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Corrupt, await run.RunAsync(["verify", "--repair"]));
        Assert.Contains("no segment is broken", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.RebuildNeeded, await run.RunAsync(["update", run.Articles]));
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["rebuild", run.Articles]));
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify"]));
    }

    [Fact]
    public async Task VerifyAgainst_ManifestOfAReproducibleIndex_Is0ForItsTwinAnd1ForAnother()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles, "--reproducible"]);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify", "--write-manifest", run.At("manifest.txt")]));
        await run.RunAsync(["rebuild", run.Articles, "--reproducible", "--index", run.At("twin")]);
        await run.RunAsync(["rebuild", run.Articles, "--index", run.At("other")]);

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify", "--index", run.At("twin"), "--against", run.At("manifest.txt")]));
        Assert.EndsWith("compared files: the same\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["verify", "--index", run.At("twin"), "--against", run.Index]));
        Assert.EndsWith("compared articles (1): the same\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Drift, await run.RunAsync(["verify", "--index", run.At("other"), "--against", run.At("manifest.txt")]));
        Assert.Contains("differs: note options: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Drift, await run.RunAsync(["verify", "--index", run.At("other"), "--against", run.Index]));
        Assert.EndsWith("compared articles (1): the same\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAgainst_DamagedIndex_Is2AndNamesTheFile()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        await run.RunAsync(["verify", "--write-manifest", run.At("manifest.txt")]);
        string damaged = Directory.GetFiles(run.Index, "_0.*").Order(StringComparer.Ordinal).First();
        await File.WriteAllTextAsync(damaged, "broken");

        int code = await run.RunAsync(["verify", "--against", run.At("manifest.txt"), "--write-manifest", run.At("second.txt")]);

        Assert.Equal(ExitCode.Corrupt, code);
        Assert.Contains($"differs: file {Path.GetFileName(damaged)} has 6 bytes", run.Output, StringComparison.Ordinal);
        Assert.Contains("no manifest is written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.At("second.txt")));
    }

    [Fact]
    public async Task VerifyAgainst_NoManifest_IsWrongUsage()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(run.At("manifest.txt"), "something else");

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["verify", "--against", run.At("nowhere")]));
        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["verify", "--against", run.At("manifest.txt")]));
        Assert.Contains("is no manifest of an index", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoIndex, await run.RunAsync(["verify", "--against", run.Articles]));
    }
}
