using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Logging;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tests.Logging;
using SearchIndex.Server.Tests.Metrics;
using SearchIndex.Server.Tests.Tasks;

namespace SearchIndex.Server.Tests.Collections;

/// <summary>Several archives in one service: each has its own addresses, and nothing of the others.</summary>
public sealed class CollectionsTests : IAsyncLifetime, IDisposable
{
    private const string Query = "/api/v1/search?q=林芳正";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TwoArchives _archives = new();

    public async Task InitializeAsync() => await _archives.IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _archives.Dispose();

    [Fact]
    public async Task Search_FindsWhatTheArchiveHas()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        JsonElement west = await service.GetJsonAsync("/collections/west" + Query);
        JsonElement east = await service.GetJsonAsync("/collections/east" + Query);
        JsonElement withoutVersion = await service.GetJsonAsync("/collections/east/api/search?q=林芳正");
        JsonElement stats = await service.GetJsonAsync("/collections/west/api/v1/stats");

        Assert.Equal("日外相證實 與北約商討開設辦事處", TitleOf(west));
        Assert.Equal("日美强化军事合作", TitleOf(east));
        Assert.Equal("日美强化军事合作", TitleOf(withoutVersion));
        Assert.Equal(2, stats.GetProperty("articles").GetInt32());
        string id = west.GetProperty("hits")[0].GetProperty("id").GetString()!;
        await service.GetJsonAsync($"/collections/west/api/v1/articles/{id}");
        await service.GetJsonAsync($"/collections/east/api/v1/articles/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task List_NamesTheArchives_AlsoWhenThereIsOnlyOne()
    {
        await using RunningService several = await RunningService.StartAsync(_archives.Options);
        await using RunningService one = await RunningService.StartAsync(_archives.West.Index);

        JsonElement list = await several.GetJsonAsync("/api/v1/collections");
        JsonElement fromWithin = await several.GetJsonAsync("/collections/east/api/collections");
        JsonElement only = await one.GetJsonAsync("/api/v1/collections");

        Assert.Equal(
            ["west 西方通讯社 /collections/west 2", "east east /collections/east 1"],
            list.EnumerateArray().Select(entry => $"{entry.GetProperty("name")} {entry.GetProperty("title")} {entry.GetProperty("path")} {entry.GetProperty("articles")}"));
        Assert.Equal(list.ToString(), fromWithin.ToString());
        Assert.Equal((string.Empty, string.Empty), (only[0].GetProperty("name").GetString(), only[0].GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/search?q=林芳正")]
    [InlineData("/api/stats")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/collections/north/api/v1/search?q=林芳正")]
    [InlineData("/collections/WEST/api/v1/search?q=林芳正")]
    [InlineData("/collections/westend/api/v1/search")]
    [InlineData("/collections//api/v1/search")]
    public async Task Api_WithoutAnArchiveThatIsThere_Is404AndSaysWhereTheyAre(string address)
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        JsonElement problem = await service.GetJsonAsync(address, HttpStatusCode.NotFound);

        Assert.Equal("unknown-collection", problem.GetProperty("code").GetString());
        Assert.Contains("/api/v1/collections lists them", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/collections")]
    [InlineData("/collections/west/api/v1/collections")]
    [InlineData("/collections/west/api/v1/search")]
    public async Task Api_WrongMethod_Is405(string address)
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        using HttpResponseMessage answer = await service.Client.PostAsync(address, content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("wrong-method", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/0123456789abcdef")]
    [InlineData("/status")]
    [InlineData("/operate")]
    [InlineData("/feed.atom?q=林芳正")]
    [InlineData("/collections")]
    [InlineData("/collections/north/")]
    [InlineData("/collections/west/nowhere")]
    public async Task Page_WithoutAnArchiveThatIsThere_Is404(string address)
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        await service.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Collections_InAServiceWithOneArchive_AreNoAddresses()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.West.Index);

        await service.GetPageAsync("/collections/west/", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Name_WithoutASlash_LeadsToTheFrontPage()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        using HttpResponseMessage answer = await service.Client.GetAsync("/collections/west?q=柏林");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("/collections/west/?q=%E6%9F%8F%E6%9E%97", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Feed_LeadsToItsArchive()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        var feed = XElement.Parse(await service.Client.GetStringAsync("/collections/west/feed.atom?q=林芳正"));

        string[] ids = [.. feed.Descendants().Where(element => element.Name.LocalName == "id").Select(element => element.Value)];
        Assert.StartsWith("西方通讯社: ", feed.Elements().First(element => element.Name.LocalName == "title").Value, StringComparison.Ordinal);
        Assert.Equal(2, ids.Length);
        Assert.All(ids, id => Assert.StartsWith($"{service.Address}collections/west/", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Task_WorksOnItsArchiveOnly()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);
        _archives.West.Add("fair.txt", "书展开幕", "https://www.dw.com/zh/fair/a-3", "2024-10-16", "法兰克福书展开幕。");
        _archives.East.Add("fair.txt", "书展闭幕", "https://www.rfi.fr/cn/fair-3", "2024-10-20", "书展闭幕。");
        var west = new TaskClient(service.Client, "/collections/west");
        var east = new TaskClient(service.Client, "/collections/east");

        await west.EndAsync(await west.StartAsync("rebuild"));

        Assert.Equal((1, 0), (await west.CountAsync("书展"), await east.CountAsync("书展")));
        Assert.Equal(1, (await service.GetJsonAsync("/collections/west/api/v1/tasks")).GetArrayLength());
        Assert.Equal(0, (await service.GetJsonAsync("/collections/east/api/v1/tasks")).GetArrayLength());
        using HttpResponseMessage refused = await service.Client.DeleteAsync("/collections/west/api/v1/articles/0123456789abcdef");
        Assert.Equal("no-inbox", (await TaskClient.JsonAsync(refused, HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task WatchedFiles_GoIntoTheirArchive_AndNumbersAndLogSayWhich()
    {
        using var log = new KeptLog();
        SearchServiceOptions options = _archives.Options.WithCollections(one => one.Name == "east" ? one with { WatchedPaths = one.ArchivePaths } : one);
        await using RunningService service = await RunningService.StartAsync(options, log.Join);
        _archives.East.Add("fair.txt", "书展闭幕", "https://www.rfi.fr/cn/fair-3", "2024-10-20", "书展闭幕。");

        await UntilAsync(async () => await new TaskClient(service.Client, "/collections/east").CountAsync("书展") == 1);
        int west = await new TaskClient(service.Client, "/collections/west").CountAsync("书展");
        Exposition metrics = Exposition.Parse(await service.Client.GetStringAsync("/metrics"));

        Assert.Equal(0, west);
        Assert.Equal(2, metrics["searchindex_index_articles{collection=\"west\"}"]);
        Assert.Equal(2, metrics["searchindex_index_articles{collection=\"east\"}"]);
        Assert.Equal(0, metrics["searchindex_updates_total{result=\"committed\",collection=\"west\"}"]);
        Assert.True(metrics["searchindex_updates_total{result=\"committed\",collection=\"east\"}"] >= 1);
        Assert.Equal(1, metrics["searchindex_searches_total{found=\"none\",collection=\"west\"}"]);
        Assert.Contains(log.Lines, line => line.Category.EndsWith(".ArchiveWatcher.east", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LogOfRequests_SaysWhichArchive()
    {
        using var log = new KeptLog();
        await using (RunningService service = await RunningService.StartAsync(_archives.Options with { LogRequests = true, SlowQuery = TimeSpan.FromTicks(1) }, log.Join))
        {
            await service.GetJsonAsync("/collections/west" + Query);
            await service.GetJsonAsync("/api/v1/collections");
        }

        Assert.Equal(
            ["SearchIndex.Requests", "SearchIndex.Requests.west", "SearchIndex.SlowQueries.west"],
            log.Lines
                .Select(line => line.Category)
                .Where(category => category.StartsWith(RequestLog.Requests, StringComparison.Ordinal) || category.StartsWith(RequestLog.SlowQueries, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Readiness_OneArchiveWithoutAnIndex_IsDegraded_AndTheOtherAnswers()
    {
        Directory.Delete(_archives.East.Index, recursive: true);
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        JsonElement told = await service.GetJsonAsync("/health/ready");
        JsonElement west = await service.GetJsonAsync("/collections/west" + Query);
        JsonElement east = await service.GetJsonAsync("/collections/east" + Query, HttpStatusCode.ServiceUnavailable);
        await service.GetPageAsync("/collections/east/", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("degraded", told.GetProperty("status").GetString());
        Assert.Equal("日外相證實 與北約商討開設辦事處", TitleOf(west));
        Assert.Equal("no-index", east.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Readiness_NoArchiveWithAnIndex_IsUnready()
    {
        Directory.Delete(_archives.East.Index, recursive: true);
        Directory.Delete(_archives.West.Index, recursive: true);
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        using HttpResponseMessage told = await service.Client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/collections")]
    [InlineData("/collections/west/")]
    [InlineData("/collections/west")]
    [InlineData("/collections/north")]
    [InlineData("/collections/north/api/v1/search")]
    [InlineData("/collections/west/api/v1/search")]
    [InlineData("/collections/west/metrics")]
    [InlineData("/collections/west/health/live")]
    [InlineData("/collections/west/assets/site.css")]
    [InlineData("/")]
    public async Task Stranger_WhereKeysAreNeeded_LearnsOfNoArchive(string address)
    {
        (_, AccessKey key) = KeySecret.Create(KeyScope.Search, DateTimeOffset.UnixEpoch, expires: null, note: null);
        SearchServiceOptions options = _archives.Options with { RequireKeys = true };
        AccessKeyFile.Save(options.KeysFile!, [key]);
        await using RunningService service = await RunningService.StartAsync(options);

        JsonElement problem = await service.GetJsonAsync(address, HttpStatusCode.Unauthorized);

        Assert.Equal("no-key", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/collections/west/api/v1/search")]
    [InlineData("/collections/north/api/v1/search")]
    [InlineData("/api/v1/search")]
    public async Task OtherOrigins_WhereverTheApiIsOrNot_AreAnsweredAlike(string address)
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options with { RequireKeys = true, CorsOrigins = ["https://library.example"] });
        using var request = new HttpRequestMessage(HttpMethod.Options, address)
        {
            Headers = { { "Origin", "https://library.example" }, { "Access-Control-Request-Method", "GET" } },
        };

        using HttpResponseMessage answer = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["https://library.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Document_SaysWhereTheApiIs()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options);

        JsonElement root = await service.GetJsonAsync("/openapi/v1.json");
        JsonElement west = await service.GetJsonAsync("/collections/west/openapi/v1.json");

        Assert.Equal(["/collections/west", "/collections/east"], ServersOf(root));
        Assert.Equal(["/collections/west"], ServersOf(west));
    }

    [Theory]
    [InlineData]
    [InlineData("a", "a")]
    [InlineData("a", "")]
    [InlineData("", "")]
    [InlineData("a/b", "c")]
    [InlineData("-a", "c")]
    [InlineData("A", "c")]
    public void Names_ThatCannotBeToldApart_AreRefused(params string[] names)
    {
        var options = new SearchServiceOptions { Collections = [.. names.Select(name => new CollectionOptions { Name = name, IndexFolder = name })] };

        Assert.Throws<ArgumentException>(() => SearchService.Build(options));
    }

    private static string? TitleOf(JsonElement page) => page.GetProperty("hits").EnumerateArray().Single().GetProperty("title").GetString();

    private static string[] ServersOf(JsonElement document) =>
        [.. document.GetProperty("servers").EnumerateArray().Select(server => server.GetProperty("url").GetString()!)];

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(Pause, patience.Token);
        }
    }
}
