using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SearchIndex.Server.Logging;

namespace SearchIndex.Server.Tests.Logging;

/// <summary>Lines of requests and of slow queries, and that nothing else tells what people look for.</summary>
public sealed class RequestLogTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "林芳正";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ArticleFolder _articles = new();
    private readonly KeptLog _log = new();

    private SearchServiceOptions Options => new() { Collections = [new() { IndexFolder = _articles.Index }] };

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _log.Dispose();
        _articles.Dispose();
    }

    [Theory]
    [InlineData(false, LogFormat.Text)]
    [InlineData(false, LogFormat.Json)]
    [InlineData(true, LogFormat.Text)]
    public async Task Log_WithoutBeingAsked_HasNoQuery(bool logRequests, LogFormat format)
    {
        SearchServiceOptions options = Options with { LogRequests = logRequests, LogFormat = format, RequestsPerMinute = 12, QueryTimeout = TimeSpan.FromSeconds(2) };
        await using (RunningService service = await StartAsync(options))
        {
            string[] addresses =
            [
                "/?q=", "/api/v1/search?q=", "/api/v1/timeline?q=", "/api/v1/export?q=", "/api/v1/suggest?q=", "/feed.atom?q=",
                "/api/v1/search?size=0&q=", "/api/v1/articles/none?q=", "/nowhere/", "/test/fails?q=", "/test/slow?q=", "/api/v1/stats?q=", "/api/v1/stats?q=",
            ];
            foreach (string address in addresses)
            {
                using HttpResponseMessage response = await service.Client.GetAsync(address + Secret);
            }
        }

        Assert.Contains(_log.Lines, line => line.Exception is not null);
        Assert.All(_log.Lines, line => Assert.DoesNotContain(Secret, Everything(line), StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.DoesNotContain(Uri.EscapeDataString(Secret), Everything(line), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(logRequests ? 13 : 0, _log.Lines.Count(line => line.Category == RequestLog.Requests));
    }

    [Fact]
    public async Task Requests_WhenAsked_AreLoggedWithStatusTimeAndRoute()
    {
        await using RunningService service = await StartAsync(Options with { LogRequests = true });
        await service.GetJsonAsync("/api/v1/articles/0000000000000000?q=" + Secret, HttpStatusCode.NotFound);
        await service.Client.GetStringAsync("/health/live");

        KeptLog.Line line = (await LinesAsync(RequestLog.Requests, 1)).Single();

        Assert.Equal(LogLevel.Information, line.Level);
        Assert.StartsWith("GET /api/v1/articles/{id} 404 in ", line.Text, StringComparison.Ordinal);
        Assert.Equal(404, line.Values["Status"]);
        Assert.InRange((double)line.Values["Milliseconds"]!, 0, 60_000);
        Assert.Matches("^[0-9a-f]{32}$", (string)line.Values["Trace"]!);
    }

    [Fact]
    public async Task Requests_ThatFail_AreLoggedWithTheTraceOfTheirProblem()
    {
        await using RunningService service = await StartAsync(Options with { LogRequests = true });

        string trace = (await service.GetJsonAsync("/test/fails?q=" + Secret, HttpStatusCode.InternalServerError)).GetProperty("traceId").GetString()!;

        KeptLog.Line line = (await LinesAsync(RequestLog.Requests, 1)).Single();
        Assert.StartsWith("GET /test/fails 500 in ", line.Text, StringComparison.Ordinal);
        Assert.Contains((string)line.Values["Trace"]!, trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_WhenAsked_AreLoggedAsTheyWereUnderstood()
    {
        await using RunningService service = await StartAsync(Options with { LogQueries = true });
        await service.GetJsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(Secret + "  NOT 北约\n\u202eforged"));
        await service.GetJsonAsync("/api/v1/stats");

        KeptLog.Line[] lines = await LinesAsync(RequestLog.Requests, 2);

        Assert.Equal(Secret + " -北约 forged", ((string)lines[0].Values["Query"]!).Replace("\\u202e", string.Empty, StringComparison.Ordinal));
        Assert.Equal(0, lines[0].Values["Hits"]);
        Assert.StartsWith("GET /api/v1/stats 200 in ", lines[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Query", lines[1].Values.Keys);
    }

    [Theory]
    [InlineData("/api/v1/search", 2)]
    [InlineData("/", 2)]
    [InlineData("/api/v1/timeline", null)]
    public async Task SlowQueries_WhenAsked_AreLoggedWithTimeHitsAndTheParsedQuery(string path, int? hits)
    {
        await using RunningService service = await StartAsync(Options with { SlowQuery = TimeSpan.FromTicks(1) });
        using HttpResponseMessage response = await service.Client.GetAsync($"{path}?q={Secret}%20AND%20title:日");
        await service.GetJsonAsync("/api/v1/stats");
        await service.Client.GetStringAsync("/api/v1/export?q=" + Secret);

        KeptLog.Line line = (await LinesAsync(RequestLog.SlowQueries, 1)).Single();

        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Equal(Secret + " title:日", line.Values["Query"]);
        Assert.Equal(hits, (int?)line.Values["Hits"]);
        Assert.Equal(path, line.Values["Route"]);
        Assert.InRange((double)line.Values["Milliseconds"]!, 0, 60_000);
    }

    [Fact]
    public async Task SlowQueries_FasterThanTheLimit_AreNotLogged()
    {
        await using (RunningService service = await StartAsync(Options with { SlowQuery = TimeSpan.FromHours(1) }))
        {
            await service.GetJsonAsync("/api/v1/search?q=" + Secret);
        }

        Assert.DoesNotContain(_log.Lines, line => line.Category == RequestLog.SlowQueries);
    }

    private static string Everything(KeptLog.Line line) => $"{line.Text} {string.Join(' ', line.Values.Values)} {line.Exception}";

    private static string Fail() => throw new InvalidOperationException("the test wants this");

    private Task<RunningService> StartAsync(SearchServiceOptions options) => RunningService.StartAsync(options, app =>
    {
        _log.Join(app);
        app.MapGet("/test/fails", Fail);
        app.MapGet("/test/slow", async (CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation));
    });

    /// <summary>A line is written when the answer is already on its way.</summary>
    private async Task<KeptLog.Line[]> LinesAsync(string category, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            KeptLog.Line[] lines = [.. _log.Lines.Where(line => line.Category == category)];
            if (lines.Length >= count)
            {
                return lines;
            }

            await Task.Delay(Pause, patience.Token);
        }
    }
}
