using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Tasks;

public sealed class ArticleApiTests : IAsyncLifetime, IDisposable
{
    private const string Url = "https://www.dw.com/zh/dinosaur/a-9";

    private readonly ArticleFolder _articles = new();

    private string Inbox => Path.Combine(_articles.Index, "..", "inbox");

    private SearchServiceOptions Options => new() { Collections = [new() { IndexFolder = _articles.Index, ArchivePaths = [_articles.Articles], InboxFolder = Path.GetFullPath(Inbox) }] };

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task Put_ReplacedAndDeleted_IsWhatSearchFinds()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);

        await EndAsync(tasks, await PutAsync(service, Url, "恐龙化石出土"));
        Assert.Equal(1, await tasks.CountAsync("恐龙"));
        JsonElement article = await service.GetJsonAsync("/api/v1/articles/" + IdOf(Url));
        Assert.Equal(("恐龙化石出土", "dw"), (article.GetProperty("title").GetString(), article.GetProperty("outlet").GetProperty("id").GetString()));

        await EndAsync(tasks, await PutAsync(service, Url, "长城修缮完工"));
        Assert.Equal((0, 1), (await tasks.CountAsync("恐龙"), await tasks.CountAsync("长城")));

        await EndAsync(tasks, await service.Client.DeleteAsync("/api/v1/articles/" + IdOf(Url)));
        Assert.Equal((0, 2), (await tasks.CountAsync("长城"), await tasks.CountAsync("林芳正")));
    }

    [Fact]
    public async Task Put_ThenRebuild_IsStillThere()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        await EndAsync(tasks, await PutAsync(service, Url, "恐龙化石出土"));

        await tasks.EndAsync(await tasks.StartAsync("rebuild"));

        Assert.Equal((1, 2), (await tasks.CountAsync("恐龙"), await tasks.CountAsync("林芳正")));
        Assert.True(NewsIndexer.Verify(_articles.Index).Clean);
    }

    [Fact]
    public async Task Bulk_GoodAndWrongLines_TakesTheGoodAndNamesTheWrong()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        string[] lines =
        [
            JsonSerializer.Serialize(new { url = "https://a.example/1", title = "恐龙一", text = "正文。" }),
            "no json",
            string.Empty,
            JsonSerializer.Serialize(new { url = "https://a.example/2", title = "恐龙二", text = "正文。", published = "never" }),
            JsonSerializer.Serialize(new { url = "https://a.example/3", title = "恐龙三", html = "<p>正文。</p>" }) + "\r",
            JsonSerializer.Serialize(new { url = "https://a.example/4", title = "恐龙四", text = "正文。", path = "/etc/passwd" }),
        ];

        using HttpResponseMessage response = await BulkAsync(service, string.Join('\n', lines));
        JsonElement answer = await TaskClient.JsonAsync(response, HttpStatusCode.Accepted);
        await tasks.EndAsync(answer.GetProperty("task").GetProperty("id").GetString()!);

        Assert.Equal((2, 3), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(
            [(2, "wrong-line"), (4, "wrong-article"), (6, "wrong-line")],
            answer.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("line").GetInt32(), problem.GetProperty("code").GetString()!)));
        Assert.Equal(2, await tasks.CountAsync("恐龙"));
    }

    [Fact]
    public async Task Bulk_LongLinesInParts_AreWhole()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        string[] lines = [.. Enumerable.Range(1, 3).Select(number => JsonSerializer.Serialize(new
        {
            url = $"https://a.example/{number}",
            title = $"恐龙 {number}",
            text = string.Concat(Enumerable.Repeat("化石出土。\n", 20_000)) + "尾巴。",
        }))];
        using HttpResponseMessage response = await BulkAsync(service, string.Join('\n', lines) + "\n");
        JsonElement answer = await TaskClient.JsonAsync(response, HttpStatusCode.Accepted);
        await tasks.EndAsync(answer.GetProperty("task").GetProperty("id").GetString()!);

        Assert.Equal((3, 0), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(3, (await service.GetJsonAsync("/api/v1/search?collapse=off&q=尾巴")).GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Put_WhileTheServiceWatches_IsFoundToo()
    {
        await using RunningService service = await RunningService.StartAsync(Options.WithCollections(one => one with { WatchedPaths = [_articles.Articles] }));
        var tasks = new TaskClient(service.Client);

        await EndAsync(tasks, await PutAsync(service, Url, "恐龙化石出土"));

        Assert.Equal((1, 2), (await tasks.CountAsync("恐龙"), await tasks.CountAsync("林芳正")));
    }

    [Fact]
    public async Task Bulk_NoGoodLine_IsRefusedWithTheReasons()
    {
        await using RunningService service = await RunningService.StartAsync(Options);

        using HttpResponseMessage response = await BulkAsync(service, "{}\nnull");
        JsonElement problem = await TaskClient.JsonAsync(response, HttpStatusCode.BadRequest);

        Assert.Equal("wrong-body", problem.GetProperty("code").GetString());
        Assert.Equal([1, 2], problem.GetProperty("problems").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()));
        Assert.Empty(Directory.GetFiles(Inbox));
    }

    [Fact]
    public async Task Put_SeveralWhileATaskWaits_ShareIt()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        using var directory = new Engine.Store.FSDirectory(_articles.Index);
        IDisposable other = directory.ObtainLock("write.lock");
        string running = await tasks.StartAsync("optimize");
        await tasks.UntilAsync(running, task => TaskClient.StateOf(task) == "running");

        string[] ids = [await TaskOfAsync(await PutAsync(service, Url, "恐龙一")), await TaskOfAsync(await PutAsync(service, "https://a.example/2", "恐龙二"))];
        other.Dispose();
        await tasks.EndAsync(ids[0]);

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(2, await tasks.CountAsync("恐龙"));
    }

    [Fact]
    public async Task Put_WrongRequests_AreRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options);

        using HttpResponseMessage otherId = await service.Client.PutAsJsonAsync("/api/v1/articles/0000000000000000", new { url = Url, title = "标题", text = "正文。" });
        using HttpResponseMessage path = await service.Client.PutAsJsonAsync("/api/v1/articles/..%2F..%2Fa", new { url = Url, title = "标题", text = "正文。" });
        using HttpResponseMessage noTitle = await service.Client.PutAsJsonAsync("/api/v1/articles/" + IdOf(Url), new { url = Url, text = "正文。" });
        using HttpResponseMessage plain = await service.Client.PutAsync("/api/v1/articles/" + IdOf(Url), new StringContent("正文。"));

        Assert.Equal("wrong-id", await CodeAsync(otherId, HttpStatusCode.BadRequest));
        Assert.Equal("wrong-id", await CodeAsync(path, HttpStatusCode.BadRequest));
        Assert.Equal("wrong-body", await CodeAsync(noTitle, HttpStatusCode.BadRequest));
        Assert.Equal("wrong-media-type", await CodeAsync(plain, HttpStatusCode.UnsupportedMediaType));
        Assert.Empty(Directory.GetFiles(Inbox));
    }

    [Fact]
    public async Task Put_LargerThanAllowed_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options with { MaxBodyBytes = 1000 });
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/articles/" + IdOf(Url))
        {
            Content = JsonContent.Create(new { url = Url, title = "标题", text = new string('长', 1000) }),
        };
        request.Headers.TransferEncodingChunked = true;

        using HttpResponseMessage response = await service.Client.SendAsync(request);

        Assert.Equal("body-too-large", await CodeAsync(response, HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task Delete_WhatTheInboxDoesNotHave_SaysWhy()
    {
        await using RunningService service = await RunningService.StartAsync(Options);

        using HttpResponseMessage unknown = await service.Client.DeleteAsync("/api/v1/articles/0000000000000000");
        using HttpResponseMessage ofFiles = await service.Client.DeleteAsync("/api/v1/articles/" + IdOf("https://www.dw.com/zh/nato/a-1"));

        Assert.Equal("unknown-article", await CodeAsync(unknown, HttpStatusCode.NotFound));
        Assert.Equal("not-in-inbox", await CodeAsync(ofFiles, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Articles_WithoutAnInbox_AreRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options.WithCollections(one => one with { InboxFolder = null }));

        Assert.Equal("no-inbox", await CodeAsync(await PutAsync(service, Url, "恐龙"), HttpStatusCode.Conflict));
        Assert.Equal("no-inbox", await CodeAsync(await service.Client.DeleteAsync("/api/v1/articles/" + IdOf(Url)), HttpStatusCode.Conflict));
        Assert.Equal("no-inbox", await CodeAsync(await BulkAsync(service, "{\"url\":\"https://a.example/1\",\"title\":\"a\",\"text\":\"b\"}"), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Put_HostileArticle_NeitherExecutesNorLeavesItsPlace()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);

        await EndAsync(tasks, await PutAsync(service, Url, "\"><script>alert(1)</script>\n---\nfrom: https://evil.example/"));
        string page = await service.GetPageAsync("/articles/" + IdOf(Url));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal([IdOf(Url) + ".md"], Directory.GetFiles(Inbox).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Keys_OfScopeSearch_ChangeNoArticle()
    {
        string keys = Path.Combine(_articles.Index, "..", "keys.json");
        (string search, AccessKey searchKey) = KeySecret.Create(KeyScope.Search, DateTimeOffset.UnixEpoch, expires: null, note: null);
        (string index, AccessKey indexKey) = KeySecret.Create(KeyScope.Index, DateTimeOffset.UnixEpoch, expires: null, note: null);
        AccessKeyFile.Save(keys, [searchKey, indexKey]);
        await using RunningService service = await RunningService.StartAsync(Options with { RequireKeys = true, KeysFile = keys, PublicSearch = true });

        Assert.Equal("no-key", await CodeAsync(await PutAsync(service, Url, "恐龙"), HttpStatusCode.Unauthorized));
        Assert.Equal("wrong-scope", await CodeAsync(await PutAsync(service, Url, "恐龙", search), HttpStatusCode.Forbidden));
        Assert.Equal("no-key", await CodeAsync(await service.Client.DeleteAsync("/api/v1/articles/" + IdOf(Url)), HttpStatusCode.Unauthorized));
        Assert.Equal("no-key", await CodeAsync(await BulkAsync(service, "{}"), HttpStatusCode.Unauthorized));
        await TaskOfAsync(await PutAsync(service, Url, "恐龙", index));
    }

    private static string IdOf(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)))[..16];

    private static async Task<HttpResponseMessage> PutAsync(RunningService service, string url, string title, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/articles/" + IdOf(url))
        {
            Content = JsonContent.Create(new { url, title, text = "正文。", published = "2024-08-01" }),
        };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await service.Client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> BulkAsync(RunningService service, string lines) =>
        service.Client.PostAsync("/api/v1/articles:bulk", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"));

    private static async Task<string> TaskOfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return (await TaskClient.JsonAsync(response, HttpStatusCode.Accepted)).GetProperty("id").GetString()!;
        }
    }

    private static async Task EndAsync(TaskClient tasks, HttpResponseMessage response) => await tasks.EndAsync(await TaskOfAsync(response));

    private static async Task<string> CodeAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            return (await TaskClient.JsonAsync(response, expected)).GetProperty("code").GetString()!;
        }
    }
}
