using System.Net;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query;

namespace SearchIndex.Cli.Tests;

public sealed class ServeCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Serve_NoIndexYet_IndexesTheSamplesAndServesThem()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        int code = await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0"], async client =>
        {
            Assert.Contains("\"value\":1", await client.GetStringAsync("/api/search?q=北约"), StringComparison.Ordinal);
            Assert.Contains("新闻档案", await client.GetStringAsync("/"), StringComparison.Ordinal);
        });

        Assert.Equal(ExitCode.Ok, code);
        using NewsSearcher searcher = NewsSearcher.Open(run.Index);
        Assert.Equal(1, searcher.Stats().Articles);
        Assert.Contains("1 articles indexed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_NamedIndexThatIsNotThere_WaitsForIt()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        int code = await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0", "--index", run.At("later")], async client =>
        {
            using HttpResponseMessage response = await client.GetAsync("/api/search?q=北约");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        });

        Assert.Equal(ExitCode.Ok, code);
        Assert.False(Directory.Exists(run.At("later")));
    }

    [Fact]
    public async Task Serve_StoppedBeforeItStarts_Is0()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        int code = await run.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--index", run.At("later")], new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Ok, code);
    }

    [Fact]
    public async Task Serve_StoppedWhileItIndexesTheSamples_Is0AndLeavesNoIndex()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        int code = await run.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Ok, code);
        Assert.EndsWith("stopped before the sample archive was indexed\n", run.Error, StringComparison.Ordinal);
        Assert.Throws<IndexNotFoundException>(() => NewsSearcher.Open(run.Index));
    }

    [Fact]
    public async Task Serve_SeveralArchives_ServesEachAndBuildsWhatIsWatched()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await File.WriteAllTextAsync(run.At("serve.json"), """
            {"collections": {"dw": {"index": "dw", "watch": "index-data/articles", "title": "德国之声"}, "rfi": {"index": "rfi"}}}
            """);

        int code = await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0", "--config", run.At("serve.json")], async client =>
        {
            await UntilAsync(client, "/collections/dw/api/search?q=北约", answer => answer.Contains("\"value\":1", StringComparison.Ordinal));
            using HttpResponseMessage other = await client.GetAsync("/collections/rfi/api/search?q=北约");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, other.StatusCode);
        });

        Assert.Equal(ExitCode.Ok, code);
        Assert.False(Directory.Exists(run.At("rfi")));
        Assert.Contains("/collections/dw/api/v1/search?q=", run.Output, StringComparison.Ordinal);
        Assert.Contains("/collections/rfi/openapi/v1.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("rfi yet; the service starts without", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_DamagedIndexBesideAnother_ServesTheOther()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        await run.RunAsync(["rebuild", run.Articles, "--index", run.At("dw")]);
        await run.RunAsync(["rebuild", run.Articles, "--index", run.At("rfi")]);
        await File.WriteAllTextAsync(Directory.GetFiles(run.At("rfi"), "segments_*").Single(), "no index at all");
        await File.WriteAllTextAsync(run.At("serve.json"), """{"collections": {"dw": {"index": "dw"}, "rfi": {"index": "rfi"}}}""");

        int code = await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0", "--config", run.At("serve.json")], async client =>
        {
            Assert.Contains("\"value\":1", await client.GetStringAsync("/collections/dw/api/search?q=北约"), StringComparison.Ordinal);
            using HttpResponseMessage other = await client.GetAsync("/collections/rfi/api/search?q=北约");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, other.StatusCode);
        });

        Assert.Equal(ExitCode.Ok, code);
    }

    [Fact]
    public async Task Serve_AddressInUse_Is5()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        using var second = new CommandLineRun();
        int code = ExitCode.Ok;

        await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0"], async client =>
            code = await second.RunAsync(["serve", "--urls", client.BaseAddress!.ToString(), "--index", run.Index]));

        Assert.Equal(ExitCode.SystemRefused, code);
        Assert.Contains("address already in use", second.Error, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(HttpClient client, string address, Func<string, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo(await ReadAsync()))
        {
            await Task.Delay(Pause, patience.Token);
        }

        async Task<string> ReadAsync()
        {
            using HttpResponseMessage answer = await client.GetAsync(address, patience.Token);
            return await answer.Content.ReadAsStringAsync(patience.Token);
        }
    }
}
