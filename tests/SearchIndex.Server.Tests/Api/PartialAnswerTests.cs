using System.Net;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.Server.Tests.Metrics;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api;

/// <summary>A service by whose clock every search takes too long, over an index of two segments.</summary>
public sealed class PartialAnswerTests : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new ArticleFolder().AddUsual();
    private RunningService? _service;

    public async Task InitializeAsync()
    {
        await _articles.IndexAsync();
        _articles.Add("more.txt", "林芳正再訪北約", "https://www.dw.com/zh/more/a-9", "2024-08-01T00:00:00Z", "林芳正說，會談順利。");
        await NewsIndexer.UpdateAsync([_articles.Articles], _articles.Index, new UpdateOptions(), progress: null, CancellationToken.None);
        _service = await RunningService.StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = _articles.Index }], Time = new LateClock() });
    }

    public async Task DisposeAsync() => await _service!.DisposeAsync();

    public void Dispose() => _articles.Dispose();

    [Theory]
    [InlineData("/api/v1/search?q=林芳正&facets=outlet")]
    [InlineData("/api/v1/timeline?q=林芳正")]
    public async Task Answer_OfAPart_SaysSoAndIsNotKept(string address)
    {
        using HttpResponseMessage response = await _service!.Client.GetAsync(address);
        JsonElement answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(answer.GetProperty("partial").GetBoolean());
        Assert.Null(response.Headers.ETag);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Metrics_SearchesOfAPart_AreCounted()
    {
        await _service!.GetJsonAsync("/api/v1/search?q=林芳正");
        await _service!.GetPageAsync("/?q=林芳正");

        Exposition metrics = Exposition.Parse(await _service!.Client.GetStringAsync("/metrics"));

        Assert.Equal(2, metrics["searchindex_searches_partial_total"]);
    }

    [Fact]
    public async Task Search_OfAPart_HasALowerBoundAndNoCursor()
    {
        JsonElement answer = await _service!.GetJsonAsync("/api/v1/search?q=林芳正&size=1");

        Assert.Equal("gte", answer.GetProperty("total").GetProperty("relation").GetString());
        Assert.Equal(2, answer.GetProperty("total").GetProperty("value").GetInt32());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("zh-CN", "只搜索了一部分档案", "至少 2 篇")]
    [InlineData("zh-TW", "只搜尋了一部分檔案", "至少 2 篇")]
    [InlineData("en", "The time was up", "at least 2 articles")]
    public async Task Page_OfAPart_SaysSo(string language, string note, string found)
    {
        string page = await _service!.GetPageAsync("/?q=林芳正", language: language);

        Assert.Contains(note, page, StringComparison.Ordinal);
        Assert.Contains(found, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPartWithoutHits_GivesNoAdvice()
    {
        using HttpResponseMessage response = await _service!.Client.GetAsync("/?q=再訪北約");
        string page = await response.Content.ReadAsStringAsync();

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Contains("notices", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"nothing\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedsAndExports_AreWhole()
    {
        string feed = await _service!.Client.GetStringAsync("/feed.atom?q=林芳正");
        string export = await _service.Client.GetStringAsync("/api/v1/export?q=林芳正&format=jsonl");

        Assert.Equal(3, feed.Split("<entry>").Length - 1);
        Assert.Equal(3, export.TrimEnd().Split('\n').Length);
    }
}
