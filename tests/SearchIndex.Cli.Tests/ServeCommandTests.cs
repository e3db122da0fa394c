using System.Net;
using System.Text.RegularExpressions;
using SearchIndex.News.Query;

namespace SearchIndex.Cli.Tests;

public sealed partial class ServeCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Serve_NoIndexYet_IndexesTheSamplesAndServesThem()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");

        int code = await ServeAsync(run, ["serve", "--urls", "http://127.0.0.1:0"], async client =>
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

        int code = await ServeAsync(run, ["serve", "--urls", "http://127.0.0.1:0", "--index", run.At("later")], async client =>
        {
            using HttpResponseMessage response = await client.GetAsync("/api/search?q=北约");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        });

        Assert.Equal(ExitCode.Ok, code);
        Assert.False(Directory.Exists(run.At("later")));
    }

    [Fact]
    public async Task Serve_AddressInUse_Is5()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        using var second = new CommandLineRun();
        int code = ExitCode.Ok;

        await ServeAsync(run, ["serve", "--urls", "http://127.0.0.1:0"], async client =>
            code = await second.RunAsync(["serve", "--urls", client.BaseAddress!.ToString(), "--index", run.Index]));

        Assert.Equal(ExitCode.SystemRefused, code);
        Assert.Contains("address already in use", second.Error, StringComparison.Ordinal);
    }

    /// <summary>Serves until <paramref name="visit"/> is done, and returns the exit code.</summary>
    private static async Task<int> ServeAsync(CommandLineRun run, string[] arguments, Func<HttpClient, Task> visit)
    {
        using var stop = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(Patience);
        Task<int> serving = Task.Run(() => run.RunAsync(arguments, stop.Token));
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(run, serving, patience.Token) };
            await visit(client);
        }
        finally
        {
            await stop.CancelAsync();
        }

        return await serving;
    }

    private static async Task<Uri> AddressAsync(CommandLineRun run, Task<int> serving, CancellationToken patience)
    {
        while (true)
        {
            Assert.False(serving.IsCompleted, run.Error);
            if (PageAddress().Match(run.Output) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }

            await Task.Delay(Pause, patience);
        }
    }

    [GeneratedRegex(@"^search page +(http://\S+)\n")]
    private static partial Regex PageAddress();
}
