using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SearchIndex.News.Query.Saved;

namespace SearchIndex.Server.Tests.Feeds;

public sealed class SavedQueryFeedsTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly ArticleFolder _articles = new ArticleFolder().AddUsual();

    private string QueriesFile => Path.Combine(_articles.Articles, "..", "queries.tsv");

    [Fact]
    public async Task NewArticle_IsInEveryKindOfFeed()
    {
        await _articles.IndexAsync();
        await using RunningService service = await StartAsync("lin\t林芳正\tscript=hant\t林芳正的新闻\nrain\t台风");
        await UntilAsync(service, counts => counts.SequenceEqual([0, 0]));

        _articles.Add("more.txt", "林芳正再訪北約", "https://www.dw.com/zh/more/a-9", "2024-08-01T00:00:00Z", "林芳正說，會談順利。");
        await _articles.IndexAsync();
        await UntilAsync(service, counts => counts.SequenceEqual([1, 0]));

        JsonElement query = await service.GetJsonAsync("/api/queries/LIN");
        Assert.Equal("林芳正的新闻", query.GetProperty("title").GetString());
        Assert.Equal(2, query.GetProperty("articles").GetInt32());
        JsonElement article = query.GetProperty("new")[0];
        Assert.Equal("林芳正再訪北約", article.GetProperty("hit").GetProperty("title").GetString());

        XElement feed = XElement.Parse(await service.Client.GetStringAsync("/queries/lin.atom"));
        Assert.Equal("SearchIndex: 林芳正的新闻", feed.Element(Atom + "title")!.Value);
        Assert.EndsWith("/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&script=hant", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        XElement entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("2024-08-01T00:00:00Z", entry.Element(Atom + "published")!.Value);
        Assert.Equal(article.GetProperty("firstSeen").GetString()![..19] + "Z", entry.Element(Atom + "updated")!.Value);

        using HttpResponseMessage rss = await service.Client.GetAsync("/queries/lin.rss");
        Assert.Equal("application/rss+xml", rss.Content.Headers.ContentType?.MediaType);
        Assert.Single(XElement.Parse(await rss.Content.ReadAsStringAsync()).Element("channel")!.Elements("item"));
    }

    [Fact]
    public async Task ChangedFile_IsReadAgain()
    {
        await _articles.IndexAsync();
        await using RunningService service = await StartAsync("lin\t林芳正\nbroken");
        Assert.Single(await NewCountsAsync(service));

        await File.WriteAllTextAsync(QueriesFile, "lin\t林芳正\nrain\t台风\n");

        await UntilAsync(service, counts => counts.Length == 2);
    }

    [Fact]
    public async Task DamagedState_StartsAfreshAndTheServiceGoesOn()
    {
        await _articles.IndexAsync();
        await File.WriteAllTextAsync(_articles.Index + SavedQueryRunner.FileSuffix, "no journal");

        await using RunningService service = await StartAsync("lin\t林芳正");

        Assert.Equal(0, Assert.Single(await NewCountsAsync(service)));
        Assert.True(File.Exists(_articles.Index + SavedQueryRunner.FileSuffix + ".damaged"));
    }

    [Fact]
    public async Task NoIndexYet_HasNoQueriesAndPicksThemUp()
    {
        await using RunningService service = await StartAsync("lin\t林芳正");
        Assert.Empty(await NewCountsAsync(service));

        await _articles.IndexAsync();

        await UntilAsync(service, counts => counts.Length == 1);
    }

    [Theory]
    [InlineData("/api/queries/none")]
    [InlineData("/queries/none.atom")]
    [InlineData("/queries/none.rss")]
    public async Task UnknownQuery_Is404(string address)
    {
        await _articles.IndexAsync();
        await using RunningService service = await RunningService.StartAsync(_articles.Index);

        Assert.Equal(0, (await service.GetJsonAsync("/api/queries")).GetArrayLength());
        JsonElement problem = await service.GetJsonAsync(address, HttpStatusCode.NotFound);
        Assert.Equal("unknown query", problem.GetProperty("title").GetString());
    }

    public void Dispose() => _articles.Dispose();

    private static async Task<int[]> NewCountsAsync(RunningService service) =>
        [.. (await service.GetJsonAsync("/api/queries")).EnumerateArray().Select(query => query.GetProperty("newCount").GetInt32())];

    private static async Task UntilAsync(RunningService service, Func<int[], bool> isReached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isReached(await NewCountsAsync(service)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private async Task<RunningService> StartAsync(string queries)
    {
        Directory.CreateDirectory(_articles.Articles);
        await File.WriteAllTextAsync(QueriesFile, queries);
        return await RunningService.StartAsync(new SearchServiceOptions { Collections = [new() { IndexFolder = _articles.Index, QueriesFile = QueriesFile }] });
    }
}
