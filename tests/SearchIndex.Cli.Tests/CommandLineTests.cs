using System.Buffers.Binary;
using SearchIndex.Engine.Util;

namespace SearchIndex.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "searchindex serve")]
    [InlineData("rebuild --help", "--strict")]
    [InlineData("search --help", "'\"2加2\" 日本 -北约'")]
    [InlineData("serve --help", "http://127.0.0.1:5080")]
    [InlineData("stats --help", "searchindex stats --index")]
    [InlineData("verify --help", "searchindex verify --index")]
    public async Task Help_EveryCommand_HasExamples(string arguments, string expected)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fetch")]
    [InlineData("search")]
    [InlineData("rebuild")]
    [InlineData("stats --index")]
    [InlineData("serve --urls 127.0.0.1:5080")]
    [InlineData("serve --urls http://127.0.0.1:0;https://127.0.0.1:0")]
    [InlineData("rebuild . --threads none")]
    [InlineData("rebuild . --max-segments 0")]
    [InlineData("rebuild no-such-folder")]
    [InlineData("rebuild --strct")]
    [InlineData("search 北约 --sise 5")]
    [InlineData("search 北约 --size 1000")]
    [InlineData("search 北约 --page 0")]
    [InlineData("search 北约 --from soon")]
    [InlineData("search 北约 --to 2023-13")]
    [InlineData("search 北约 --script latin")]
    [InlineData("search 北约 --sort best")]
    public async Task WrongUsage_Is2_AndExplainedOnStandardError(string arguments)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Empty(run.Output);
        Assert.StartsWith("searchindex: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search 北约")]
    [InlineData("stats")]
    [InlineData("verify")]
    public async Task NoIndex_Is3(string arguments)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.NoIndex, code);
        Assert.Empty(run.Output);
        Assert.Contains("searchindex rebuild PATH", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search 北约")]
    [InlineData("stats")]
    [InlineData("verify --repair")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public async Task DamagedIndex_Is4(string arguments)
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        foreach (string file in Directory.GetFiles(run.Index, "segments_*"))
        {
            await File.WriteAllTextAsync(file, "no index at all");
        }

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.DamagedIndex, code);
    }

    [Theory]
    [InlineData("search 北约")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public async Task IndexOfAnotherCodec_Is4AndNamesIt(string arguments)
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles]);
        string commit = Directory.GetFiles(run.Index, "segments_*").Single();
        byte[] bytes = await File.ReadAllBytesAsync(commit);
        "Nowhere1"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("Lucene87"u8)));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - sizeof(long)), Crc32.Append(0, bytes.AsSpan(0, bytes.Length - sizeof(long))));
        await File.WriteAllBytesAsync(commit, bytes);

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.DamagedIndex, code);
        Assert.Contains("Nowhere1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SystemRefuses_Is5()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。").AddFile("file", "no folder");

        int code = await run.RunAsync(["rebuild", run.Articles, "--index", Path.Combine(run.Articles, "file", "index")]);

        Assert.Equal(ExitCode.SystemRefused, code);
        Assert.StartsWith("searchindex: ", run.Error, StringComparison.Ordinal);
    }
}
