using System.Net;
using System.Text;

namespace SearchIndex.Server.Tests.Tracing;

/// <summary>What a collector gets.</summary>
public sealed class OtlpExportTests : IAsyncLifetime, IDisposable
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private readonly ArticleFolder _articles = new();

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task Collector_GetsNumbersAndSpans_WithoutQueries()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await using (RunningService service = await RunningService.StartAsync(Options(receiver.Address)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=林芳正&facets=outlet");
            request.Headers.Add("traceparent", $"00-{TraceId}-00f067aa0ba902b7-01");
            using HttpResponseMessage response = await service.Client.SendAsync(request);
            await service.Client.GetStringAsync("/health/ready");
        }

        byte[] metrics = receiver.BodiesOf("/v1/metrics").SelectMany(body => body).ToArray();
        byte[] traces = receiver.BodiesOf("/v1/traces").SelectMany(body => body).ToArray();
        Assert.All(
            ["service.name", "searchindex", "SearchIndex", "searchindex.requests", "searchindex.request.duration", "searchindex.index.articles", "process.cpu", "/api/v1/search"],
            (string name) => AssertHas(metrics, name));
        Assert.All(
            ["GET /api/v1/search", "http.route", "http.response.status_code", "parse", "search", "highlight", "count", "searchindex.hits"],
            (string name) => AssertHas(traces, name));
        Assert.True(Contains(traces, Convert.FromHexString(TraceId)), "the span is not part of the client's trace");
        Assert.False(Contains(traces, "/health/ready"u8), "a look at the health is traced");
        Assert.False(Contains(traces, Encoding.UTF8.GetBytes("林芳正")), "the query is in the trace");
        Assert.False(Contains(traces, Encoding.ASCII.GetBytes(Uri.EscapeDataString("林芳正"))), "the query is in the trace");
        Assert.False(Contains(metrics, Encoding.UTF8.GetBytes("林芳正")), "the query is in the numbers");
    }

    [Fact]
    public async Task NoCollector_NothingIsSent_AndSpansAreNotMade()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await using (RunningService service = await RunningService.StartAsync(Options(endpoint: null)))
        {
            await service.GetJsonAsync("/api/v1/search?q=林芳正");
        }

        Assert.Empty(receiver.BodiesOf("/v1/metrics"));
        Assert.Empty(receiver.BodiesOf("/v1/traces"));
    }

    [Fact]
    public async Task CollectorThatIsAway_Service_AnswersAndStops()
    {
        await using (RunningService service = await RunningService.StartAsync(Options(new Uri("http://127.0.0.1:1"))))
        {
            await service.GetJsonAsync("/api/v1/search?q=林芳正");
            using HttpResponseMessage ready = await service.Client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }
    }

    private SearchServiceOptions Options(Uri? endpoint) => new() { Collections = [new() { IndexFolder = _articles.Index }], OtlpEndpoint = endpoint };

    private static void AssertHas(byte[] bytes, string text) => Assert.True(Contains(bytes, Encoding.UTF8.GetBytes(text)), $"the collector did not get '{text}'");

    private static bool Contains(byte[] bytes, ReadOnlySpan<byte> text) => bytes.AsSpan().IndexOf(text) >= 0;
}
