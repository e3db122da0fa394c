using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Metrics;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Metrics;

/// <summary>What Prometheus gets.</summary>
public sealed class MetricsTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ArticleFolder _articles = new();

    private SearchServiceOptions Options => new() { Collections = [new() { IndexFolder = _articles.Index }] };

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task Metrics_Requests_AreCountedByMethodRouteAndStatus()
    {
        await using RunningService service = await RunningService.StartAsync(Options, app => app.MapGet("/test/fails", Fail));
        await service.GetJsonAsync("/api/v1/search?q=林芳正");
        await service.GetJsonAsync("/api/search?q=" + Uri.EscapeDataString("=恐龙"));
        await service.GetJsonAsync("/api/v1/search?size=0", HttpStatusCode.BadRequest);
        await service.GetPageAsync("/?q=林芳正");
        await service.GetPageAsync("/nowhere/at/all", HttpStatusCode.NotFound);
        await service.GetJsonAsync("/test/fails?q=林芳正", HttpStatusCode.InternalServerError);
        using var strange = new HttpRequestMessage(new HttpMethod("BREW"), "/");
        using HttpResponseMessage refused = await service.Client.SendAsync(strange);

        using HttpResponseMessage response = await service.Client.GetAsync("/metrics");
        string text = await response.Content.ReadAsStringAsync();
        Exposition metrics = Exposition.Parse(text);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(2, metrics["searchindex_requests_total{method=\"GET\",route=\"/api/v1/search\",status=\"200\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_total{method=\"GET\",route=\"/api/v1/search\",status=\"400\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_total{method=\"GET\",route=\"/\",status=\"200\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_total{method=\"GET\",route=\"/{**path}\",status=\"404\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_total{method=\"GET\",route=\"/test/fails\",status=\"500\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_total{method=\"other\",route=\"none\",status=\"405\"}"]);
        Assert.Equal(3, metrics["searchindex_request_duration_seconds_count{route=\"/api/v1/search\"}"]);
        Assert.Equal(2, metrics["searchindex_searches_total{found=\"some\"}"]);
        Assert.Equal(1, metrics["searchindex_searches_total{found=\"none\"}"]);
        Assert.Equal(1, metrics["searchindex_requests_under_way"]);
        Assert.DoesNotContain("林芳正", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_IndexAndProcess_AreTold()
    {
        await using RunningService service = await RunningService.StartAsync(Options);

        Exposition metrics = await ReadAsync(service);

        Assert.Equal(1, metrics["searchindex_ready"]);
        Assert.Equal(0, metrics["searchindex_index_unreadable"]);
        Assert.Equal(4, metrics["searchindex_index_articles"]);
        Assert.Equal(1, metrics["searchindex_index_generation"]);
        Assert.InRange(metrics["searchindex_index_segments"], 1, 10);
        Assert.InRange(metrics["searchindex_index_size_bytes"], 1_000, 1_000_000);
        Assert.InRange(metrics["searchindex_index_age_seconds"], 0, 600);
        Assert.Equal(100_000_000, metrics["searchindex_disk_needed_bytes"]);
        Assert.InRange(metrics["searchindex_disk_free_bytes"], 1, double.MaxValue);
        Assert.InRange(metrics["process_cpu_seconds_total"], 0.001, 1e9);
        Assert.InRange(metrics["process_resident_memory_bytes"], 1e6, 1e12);
        Assert.InRange(metrics["process_start_time_seconds"], 1.7e9, 1e11);
        Assert.Equal(64, metrics["searchindex_requests_working_limit"]);
        Assert.Equal(0, metrics["searchindex_requests_waiting"]);
    }

    [Fact]
    public async Task Metrics_WithoutAnIndex_SayThatThereIsNone()
    {
        await using RunningService service = await RunningService.StartAsync(Path.Combine(_articles.Index, "none"));

        Exposition metrics = await ReadAsync(service);

        Assert.Equal(0, metrics["searchindex_ready"]);
        Assert.DoesNotContain(metrics.Samples, sample => sample.Name is "searchindex_index_articles" or "searchindex_disk_free_bytes");
    }

    [Fact]
    public async Task Metrics_Refusals_AreCountedByCode_AndNumbersGetThroughWhenBusy()
    {
        using var open = new CancellationTokenSource();
        await using RunningService service = await RunningService.StartAsync(
            Options with { MaxConcurrent = 1 },
            app => app.MapGet("/test/slow", () => Task.Delay(Timeout.InfiniteTimeSpan, open.Token).ContinueWith(_ => "done", TaskScheduler.Default)));
        Assert.Equal(0, (await ReadAsync(service))["searchindex_refusals_total{code=\"busy\"}"]);
        Task<HttpResponseMessage>[] three = [.. Enumerable.Range(0, 3).Select(_ => service.Client.GetAsync("/test/slow"))];
        using HttpResponseMessage busy = await await Task.WhenAny(three);

        // A client has its answer a moment before the service is done with it.
        Exposition full = await UntilAsync(service, read => read["searchindex_requests_under_way"] == 3);
        await open.CancelAsync();
        await Task.WhenAll(three);
        await UntilAsync(service, read => read["searchindex_requests_working"] == 0);

        Assert.Equal(1, full["searchindex_requests_working"]);
        Assert.Equal(1, full["searchindex_requests_waiting"]);
        Assert.Equal(1, full["searchindex_refusals_total{code=\"busy\"}"]);
    }

    [Fact]
    public async Task Metrics_TimeoutsAndRates_AreCounted()
    {
        await using RunningService service = await RunningService.StartAsync(
            Options with { QueryTimeout = TimeSpan.FromMilliseconds(20), RequestsPerMinute = 3 },
            app =>
            {
                app.MapGet("/test/slow", async (CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation));
                app.MapGet("/test/metrics", (PrometheusCollector collector) => collector.Write()).WithMetadata(AccessRule.Open);
            });
        await service.GetJsonAsync("/test/slow", HttpStatusCode.ServiceUnavailable);
        await service.GetJsonAsync("/api/v1/stats");
        await service.GetJsonAsync("/api/v1/stats");
        await service.GetJsonAsync("/api/v1/stats", HttpStatusCode.TooManyRequests);

        Exposition metrics = Exposition.Parse(await service.Client.GetStringAsync("/test/metrics"));

        Assert.Equal(1, metrics["searchindex_refusals_total{code=\"query-timeout\"}"]);
        Assert.Equal(1, metrics["searchindex_refusals_total{code=\"too-many-requests\"}"]);
        Assert.Equal(0, metrics["searchindex_refusals_total{code=\"busy\"}"]);
    }

    [Fact]
    public async Task Metrics_Exports_AreCountedWithTheirArticles()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        await service.Client.GetStringAsync("/api/v1/export?q=林芳正&format=ris");
        await service.Client.GetStringAsync("/api/v1/export?format=csv");

        Exposition metrics = await ReadAsync(service);

        Assert.Equal(2, metrics["searchindex_exports_total{end=\"whole\"}"]);
        Assert.Equal(6, metrics["searchindex_exported_articles_total"]);
    }

    [Fact]
    public async Task Metrics_Updates_AreCountedWithTheirFilesAndProblems()
    {
        await using RunningService service = await RunningService.StartAsync(_articles.Index, _articles.Articles);
        _articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。");
        await File.WriteAllBytesAsync(Path.Combine(_articles.Articles, "empty.txt"), []);

        Exposition metrics = await UntilAsync(service, read => read["searchindex_update_files_total{change=\"new\"}"] >= 2);

        Assert.InRange(metrics["searchindex_updates_total{result=\"committed\"}"], 1, 2);
        Assert.Equal(1, metrics["searchindex_update_problems_total"]);
        Assert.Equal(0, metrics["searchindex_updates_total{result=\"failed\"}"]);
        Assert.InRange(metrics["searchindex_update_age_seconds"], 0, 600);
    }

    [Fact]
    public async Task Metrics_UpdatesThatFail_AreCounted()
    {
        File.Delete(Directory.GetFiles(_articles.Index, "manifest-*").Single());
        await using RunningService service = await RunningService.StartAsync(_articles.Index, _articles.Articles);

        Exposition metrics = await UntilAsync(service, read => read["searchindex_updates_total{result=\"failed\"}"] > 0);

        Assert.Equal(0, metrics["searchindex_updates_total{result=\"committed\"}"]);
    }

    [Fact]
    public async Task Metrics_WherePagesArePublic_NeedAnAdmin()
    {
        string keys = Path.Combine(_articles.Index, "..", "keys.json");
        (string search, AccessKey searchKey) = KeySecret.Create(KeyScope.Search, DateTimeOffset.UnixEpoch, expires: null, note: null);
        (string admin, AccessKey adminKey) = KeySecret.Create(KeyScope.Admin, DateTimeOffset.UnixEpoch, expires: null, note: null);
        AccessKeyFile.Save(keys, [searchKey, adminKey]);
        await using RunningService service = await RunningService.StartAsync(Options with { RequireKeys = true, PublicSearch = true, KeysFile = keys });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(service, search));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, admin));
    }

    private static string Fail() => throw new InvalidOperationException("the test wants this");

    private static async Task<Exposition> ReadAsync(RunningService service) => Exposition.Parse(await service.Client.GetStringAsync("/metrics"));

    private static async Task<Exposition> UntilAsync(RunningService service, Func<Exposition, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Exposition metrics = await ReadAsync(service);
            if (condition(metrics))
            {
                return metrics;
            }

            await Task.Delay(Pause, patience.Token);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return response.StatusCode;
    }
}
