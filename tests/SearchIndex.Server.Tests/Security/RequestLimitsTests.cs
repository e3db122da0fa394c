using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Security;

/// <summary>What one client, and one request, may ask for.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new();

    private SearchServiceOptions Options => new() { Collections = [new() { IndexFolder = _articles.Index }] };

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task MoreThanTheRate_Is429WithRetryAfter()
    {
        await using RunningService service = await RunningService.StartAsync(Options with { RequestsPerMinute = 3 });
        for (int request = 0; request < 3; request++)
        {
            await service.GetJsonAsync("/api/v1/stats");
        }

        using HttpResponseMessage response = await service.Client.GetAsync("/api/v1/stats");
        using HttpResponseMessage health = await service.Client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("too-many-requests", await CodeAsync(response));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task GuessingKeys_IsLimitedByAddress_AndKeysAreNot()
    {
        string keys = Path.Combine(_articles.Index, "..", "keys.json");
        (string text, AccessKey key) = KeySecret.Create(KeyScope.Search, DateTimeOffset.UnixEpoch, expires: null, note: null);
        AccessKeyFile.Save(keys, [key]);
        await using RunningService service = await RunningService.StartAsync(Options with { RequestsPerMinute = 2, RequireKeys = true, KeysFile = keys });

        HttpStatusCode[] guesses =
        [
            await StatusAsync(service, "guess-1"), await StatusAsync(service, "guess-2"), await StatusAsync(service, "guess-3"),
        ];

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], guesses);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, text));
    }

    [Fact]
    public async Task MoreThanMayWorkAtOnce_Is503WithRetryAfter()
    {
        using var open = new CancellationTokenSource();
        await using RunningService service = await RunningService.StartAsync(
            Options with { MaxConcurrent = 1 }, app => app.MapGet("/test/slow", () => WaitAsync(open.Token)));
        Task<HttpResponseMessage>[] three = [.. Enumerable.Range(0, 3).Select(_ => service.Client.GetAsync("/test/slow"))];

        using HttpResponseMessage refused = await await Task.WhenAny(three);
        using HttpResponseMessage health = await service.Client.GetAsync("/health/ready");
        await open.CancelAsync();
        HttpResponseMessage[] all = await Task.WhenAll(three);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("busy", await CodeAsync(refused));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(2, all.Count(response => response.StatusCode == HttpStatusCode.OK));
    }

    /// <summary>Searches keep their threads; were they counted on them, only as many as there are threads would ever be counted.</summary>
    [Fact]
    public async Task WorkThatKeepsItsThread_LeavesTheOneThatCounts()
    {
        using var counted = new ManualResetEventSlim();
        bool isCountedFirst = false;
        WebApplication service = SearchService.Build(Options with { Urls = "http://127.0.0.1:0" });
        await using (service)
        {
            IApplicationBuilder limited = ((IApplicationBuilder)service).New();
            limited.UseConcurrencyLimit(Options);
            limited.Run(_ =>
            {
                isCountedFirst = counted.Wait(TimeSpan.FromSeconds(30));
                return Task.CompletedTask;
            });

            Task request = limited.Build()(new DefaultHttpContext { RequestServices = service.Services });
            counted.Set();
            await request;
        }

        Assert.True(isCountedFirst);
    }

    [Fact]
    public async Task LongerThanAQueryMayTake_Is503()
    {
        await using RunningService service = await RunningService.StartAsync(
            Options with { QueryTimeout = TimeSpan.FromMilliseconds(20) },
            app => app.MapGet("/test/slow", async (CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation)));

        using HttpResponseMessage response = await service.Client.GetAsync("/test/slow");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("query-timeout", await CodeAsync(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Body_LargerThanAllowed_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats") { Content = new ByteArrayContent(new byte[1]) };

        using HttpResponseMessage response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("body-too-large", await CodeAsync(response));
    }

    [Theory]
    [InlineData("q=12345", "", HttpStatusCode.OK)]
    [InlineData("q=123456", "query-too-long", HttpStatusCode.BadRequest)]
    [InlineData("size=20", "", HttpStatusCode.OK)]
    [InlineData("size=21", "wrong-parameter", HttpStatusCode.BadRequest)]
    [InlineData("size=101", "wrong-parameter", HttpStatusCode.BadRequest)]
    public async Task SmallerLimits_Hold(string query, string code, HttpStatusCode status)
    {
        await using RunningService service = await RunningService.StartAsync(Options with { MaxQueryLength = 5, MaxPageSize = 20 });

        JsonElement answer = await service.GetJsonAsync("/api/v1/search?" + query, status);

        Assert.Equal(code, answer.TryGetProperty("code", out JsonElement told) ? told.GetString() : string.Empty);
    }

    [Fact]
    public async Task Url_LongerThanAllowed_Is414()
    {
        await using RunningService service = await RunningService.StartAsync(Options with { MaxUrlBytes = 1000 });

        using HttpResponseMessage response = await service.Client.GetAsync("/api/v1/search?q=" + new string('a', 1000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Fact]
    public async Task Host_NotOfTheService_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options with { Hosts = ["news.example"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        request.Headers.Host = "news.example";

        using HttpResponseMessage right = await service.Client.SendAsync(request);
        using HttpResponseMessage wrong = await service.Client.GetAsync("/feed.atom");

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Host_NotOfTheService_MayAskForHealth()
    {
        await using RunningService service = await RunningService.StartAsync(Options with { Hosts = ["news.example"] });

        Assert.Equal("Healthy", await service.Client.GetStringAsync("/health/live"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::1", "20010db800000000")]
    [InlineData("2001:db8::2", "20010db800000000")]
    public void ClientOf_Addresses_TellsClientsApart(string address, string client) =>
        Assert.Equal(client, RequestRates.ClientOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost;http://[::1]:0", true)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://192.0.2.7:80", false)]
    [InlineData("http://news.example", false)]
    [InlineData("http://localhost.evil.example", false)]
    public void IsLoopback_Addresses_TellsWhoReachesThem(string urls, bool expected)
    {
        Assert.Equal(expected, SearchServiceOptions.IsLoopback(urls));
        Assert.Equal(!expected, (Options with { Urls = urls }).NeedsKeys);
    }

    private static async Task WaitAsync(CancellationToken open)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(60), open);
        }
        catch (OperationCanceledException)
        {
            return; // The test lets everybody through.
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
}
