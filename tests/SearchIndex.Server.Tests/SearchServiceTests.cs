using System.Net;
using System.Text.Json;
using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests;

public sealed class SearchServiceTests
{
    /// <summary>How long the service is waited for; it looks for a new commit every second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task NoIndex_Everything_AnswersThatThereIsNone()
    {
        using var folder = new TemporaryFolder();
        await using RunningService service = await RunningService.StartAsync(folder.At("none"));

        await service.GetJsonAsync("/api/search?q=a", HttpStatusCode.ServiceUnavailable);
        await service.GetJsonAsync("/api/articles/0000000000000000", HttpStatusCode.ServiceUnavailable);
        await service.GetJsonAsync("/api/stats", HttpStatusCode.ServiceUnavailable);
        string page = await service.GetPageAsync("/", HttpStatusCode.ServiceUnavailable);
        await service.GetPageAsync("/articles/0000000000000000", HttpStatusCode.ServiceUnavailable);

        Assert.Contains("searchindex rebuild", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(service, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOfAsync(service, "/health/ready"));
    }

    [Fact]
    public async Task DamagedIndex_Service_StartsAndIsNotReady()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        foreach (string file in Directory.GetFiles(articles.Index, "segments_*"))
        {
            await File.WriteAllTextAsync(file, "no index at all");
        }

        await using RunningService service = await RunningService.StartAsync(articles.Index);

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(service, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOfAsync(service, "/health/ready"));
    }

    [Fact]
    public async Task IndexBuiltLater_Service_PicksItUp()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        await articles.IndexAsync();

        await UntilAsync(async () => await StatusOfAsync(service, "/health/ready") == HttpStatusCode.OK);
        Assert.Equal(2, await TotalOfAsync(service, "林芳正"));
    }

    [Fact]
    public async Task Rebuild_Service_MovesToTheNewCommit()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);
        Assert.Equal(0, await TotalOfAsync(service, "恐龙"));

        await articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。").IndexAsync();

        await UntilAsync(async () => await TotalOfAsync(service, "恐龙") == 1);
        JsonElement stats = await service.GetJsonAsync("/api/stats");
        Assert.Equal(5, stats.GetProperty("articles").GetInt32());
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/search?q=a", HttpStatusCode.OK)]
    [InlineData("/api/search?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task EveryAnswer_HasSecurityHeaders(string address, HttpStatusCode status)
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(articles.Index);

        using HttpResponseMessage response = await service.Client.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://*:80;http://[::1]:0", null)]
    [InlineData("http://localhost", null)]
    [InlineData("", "")]
    [InlineData("localhost:5080", "localhost:5080")]
    [InlineData("http://127.0.0.1:5080;https://127.0.0.1:5081", "https://127.0.0.1:5081")]
    [InlineData("http://127.0.0.1:99999", "http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080/path", "http://127.0.0.1:5080/path")]
    [InlineData("ftp://127.0.0.1", "ftp://127.0.0.1")]
    public void FindWrongUrl_Addresses_NamesTheFirstThatCannotBeListenedOn(string urls, string? wrong) =>
        Assert.Equal(wrong, SearchServiceOptions.FindWrongUrl(urls));

    private static async Task<HttpStatusCode> StatusOfAsync(RunningService service, string address)
    {
        using HttpResponseMessage response = await service.Client.GetAsync(address);
        return response.StatusCode;
    }

    private static async Task<int> TotalOfAsync(RunningService service, string query)
    {
        JsonElement page = await service.GetJsonAsync("/api/search?q=" + query);
        return page.GetProperty("total").GetProperty("value").GetInt32();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(Pause, patience.Token);
        }
    }
}
