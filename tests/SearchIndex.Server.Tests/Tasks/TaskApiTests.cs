using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SearchIndex.Engine.Store;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tests.Security;

namespace SearchIndex.Server.Tests.Tasks;

public sealed class TaskApiTests : IAsyncLifetime, IDisposable
{
    private const string WriteLock = "write.lock";

    private readonly ArticleFolder _articles = new();

    private SearchServiceOptions Options => new() { Collections = [new() { IndexFolder = _articles.Index, ArchivePaths = [_articles.Articles] }] };

    private string Keys => Path.Combine(_articles.Index, "..", "keys.json");

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task Update_NewFile_IsFoundWhenTheTaskIsDone()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        _articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。");

        JsonElement task = await tasks.EndAsync(await tasks.StartAsync("update"));

        Assert.Equal(1, task.GetProperty("report").GetProperty("new").GetInt32());
        Assert.Equal(5, task.GetProperty("report").GetProperty("articles").GetInt32());
        Assert.Equal(1, task.GetProperty("progress").GetProperty("articles").GetInt32());
        Assert.Equal(1, await tasks.CountAsync("恐龙"));
    }

    [Fact]
    public async Task Rebuild_FileWithoutText_IsAProblemOfTheReport()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        await File.WriteAllTextAsync(Path.Combine(_articles.Articles, "empty.txt"), " ");

        JsonElement report = (await tasks.EndAsync(await tasks.StartAsync("rebuild"))).GetProperty("report");

        Assert.Equal((5, 4, 1), (Number(report, "filesRead"), Number(report, "indexed"), Number(report, "problemsTotal")));
        JsonElement problem = report.GetProperty("problems").EnumerateArray().Single();
        Assert.Equal(("empty.txt", "empty"), (problem.GetProperty("path").GetString(), problem.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Optimize_SeveralSegments_LeavesOneAndTheSameArticles()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        _articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。");
        await tasks.EndAsync(await tasks.StartAsync("update"));

        JsonElement report = (await tasks.EndAsync(await tasks.StartAsync("optimize"))).GetProperty("report");
        JsonElement again = (await tasks.EndAsync(await tasks.StartAsync("optimize"))).GetProperty("report");
        JsonElement update = (await tasks.EndAsync(await tasks.StartAsync("update"))).GetProperty("report");

        Assert.Equal((1, 5), (Number(report, "segments"), Number(report, "articles")));
        Assert.Equal(Number(report, "generation"), Number(again, "generation"));
        Assert.Equal((0, 0, 0), (Number(update, "new"), Number(update, "changed"), Number(update, "deleted")));
        Assert.True(News.NewsIndexer.Verify(_articles.Index).Clean);
        Assert.Equal(1, await tasks.CountAsync("恐龙"));
    }

    [Fact]
    public async Task Snapshot_IsAnIndexBesideTheIndex()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);

        await tasks.EndAsync(await tasks.StartAsync("snapshot"));
        JsonElement report = (await tasks.EndAsync(await tasks.StartAsync("snapshot"))).GetProperty("report");

        string folder = Path.Combine(_articles.Index + ".snapshots", report.GetProperty("snapshot").GetString()!);
        Assert.True(News.NewsIndexer.Verify(folder).Clean);
        Assert.Equal(4, Number(report, "articles"));
    }

    [Fact]
    public async Task Tasks_WhileAnotherProgramWrites_WaitQueueAndAreCancelled()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        using var directory = new FSDirectory(_articles.Index);
        IDisposable other = directory.ObtainLock(WriteLock);

        string waiting = await tasks.StartAsync("rebuild");
        string queued = await tasks.StartAsync("optimize");
        await tasks.UntilAsync(waiting, task => task.GetProperty("waitingFor").ValueKind == JsonValueKind.String);
        using HttpResponseMessage cancelled = await service.Client.DeleteAsync("/api/v1/tasks/" + queued);
        JsonElement inQueue = await TaskClient.JsonAsync(cancelled, HttpStatusCode.Accepted);
        string last = await tasks.StartAsync("optimize");
        using HttpResponseMessage stopped = await service.Client.DeleteAsync("/api/v1/tasks/" + waiting);
        await tasks.EndAsync(waiting, "cancelled");
        other.Dispose();
        await tasks.EndAsync(last);
        using HttpResponseMessage late = await service.Client.DeleteAsync("/api/v1/tasks/" + last);
        JsonElement list = await service.GetJsonAsync("/api/v1/tasks");

        Assert.Equal("cancelled", TaskClient.StateOf(inQueue));
        Assert.Equal("task-ended", (await TaskClient.JsonAsync(late, HttpStatusCode.Conflict)).GetProperty("code").GetString());
        Assert.Equal([last, queued, waiting], list.EnumerateArray().Select(task => task.GetProperty("id").GetString()));
        Assert.Equal(2, await tasks.CountAsync("林芳正"));
    }

    [Fact]
    public async Task Queue_MoreThanMayWait_Is503WithRetryAfter()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        using var directory = new FSDirectory(_articles.Index);
        using IDisposable other = directory.ObtainLock(WriteLock);
        string running = await tasks.StartAsync("optimize");
        await tasks.UntilAsync(running, task => TaskClient.StateOf(task) == "running");
        for (int task = 0; task < 16; task++)
        {
            await tasks.StartAsync("optimize");
        }

        using HttpResponseMessage response = await PostAsync(service, "{\"kind\":\"optimize\"}");

        Assert.Equal("too-many-tasks", (await TaskClient.JsonAsync(response, HttpStatusCode.ServiceUnavailable)).GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("{\"kind\":\"format\"}", "application/json", 400, "wrong-body")]
    [InlineData("{\"kind\":1}", "application/json", 400, "wrong-body")]
    [InlineData("{\"kind\":\"rebuild\",\"path\":\"/etc\"}", "application/json", 400, "wrong-body")]
    [InlineData("{\"kind\":\"update\",\"kind\":\"rebuild\"}", "application/json", 400, "wrong-body")]
    [InlineData("{}", "application/json", 400, "wrong-body")]
    [InlineData("null", "application/json", 400, "wrong-body")]
    [InlineData("", "application/json", 400, "wrong-body")]
    [InlineData("{\"kind\":\"rebuild\"", "application/json", 400, "wrong-body")]
    [InlineData("{\"kind\":\"rebuild\"}", "text/plain", 415, "wrong-media-type")]
    [InlineData("kind=rebuild", "application/x-www-form-urlencoded", 415, "wrong-media-type")]
    [InlineData("{\"kind\":\"articles\"}", "application/json", 409, "no-inbox")]
    public async Task Start_WrongBodies_AreRefused(string body, string mediaType, int status, string code)
    {
        await using RunningService service = await RunningService.StartAsync(Options);

        using HttpResponseMessage response = await PostAsync(service, body, mediaType);

        Assert.Equal(code, (await TaskClient.JsonAsync(response, (HttpStatusCode)status)).GetProperty("code").GetString());
        Assert.Empty((await service.GetJsonAsync("/api/v1/tasks")).EnumerateArray());
    }

    [Fact]
    public async Task Start_LargeOrCompressedBody_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tasks") { Content = Json("{\"kind\":\"" + new string('a', 70_000)) };
        chunked.Headers.TransferEncodingChunked = true;
        using StringContent compressed = Json("{\"kind\":\"rebuild\"}");
        compressed.Headers.ContentEncoding.Add("gzip");

        using HttpResponseMessage large = await service.Client.SendAsync(chunked);
        using HttpResponseMessage encoded = await service.Client.PostAsync("/api/v1/tasks", compressed);

        Assert.Equal("body-too-large", (await TaskClient.JsonAsync(large, HttpStatusCode.RequestEntityTooLarge)).GetProperty("code").GetString());
        Assert.Equal("wrong-media-type", (await TaskClient.JsonAsync(encoded, HttpStatusCode.UnsupportedMediaType)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Start_UnderAnotherName_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tasks") { Content = Json("{\"kind\":\"rebuild\"}") };
        request.Headers.Host = "evil.example";

        using HttpResponseMessage response = await service.Client.SendAsync(request);

        Assert.Equal("wrong-host", (await TaskClient.JsonAsync(response, HttpStatusCode.Forbidden)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Rebuild_WithoutAnArchive_IsRefused()
    {
        await using RunningService service = await RunningService.StartAsync(Options.WithCollections(one => one with { ArchivePaths = [] }));

        using HttpResponseMessage response = await PostAsync(service, "{\"kind\":\"rebuild\"}");

        Assert.Equal("no-archive", (await TaskClient.JsonAsync(response, HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Failure_OfATask_SaysWhyAndSearchGoesOn()
    {
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);
        File.Delete(Directory.GetFiles(_articles.Index, "manifest-*").Single());

        JsonElement failed = await tasks.EndAsync(await tasks.StartAsync("update"), "failed");
        int found = await tasks.CountAsync("林芳正");
        await tasks.EndAsync(await tasks.StartAsync("rebuild"));
        await tasks.EndAsync(await tasks.StartAsync("update"));

        Assert.Equal("rebuild-needed", failed.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(2, found);
    }

    [Fact]
    public async Task Tasks_OfAServiceThatEnded_AreKnownToTheNext()
    {
        string done;
        await using (RunningService first = await RunningService.StartAsync(Options))
        {
            var tasks = new TaskClient(first.Client);
            done = await tasks.StartAsync("update");
            await tasks.EndAsync(done);
        }

        await using RunningService second = await RunningService.StartAsync(Options);

        Assert.Equal("done", TaskClient.StateOf(await new TaskClient(second.Client).GetAsync(done)));
    }

    [Fact]
    public async Task Service_ThatStopsDuringATask_SaysSoAndGoesOnWithThoseThatWaited()
    {
        using var directory = new FSDirectory(_articles.Index);
        IDisposable other = directory.ObtainLock(WriteLock);
        string interrupted;
        string waited;
        await using (RunningService first = await RunningService.StartAsync(Options))
        {
            var tasks = new TaskClient(first.Client);
            interrupted = await tasks.StartAsync("rebuild");
            await tasks.UntilAsync(interrupted, task => TaskClient.StateOf(task) == "running");
            waited = await tasks.StartAsync("optimize");
        }

        other.Dispose();
        await using RunningService second = await RunningService.StartAsync(Options);

        await new TaskClient(second.Client).EndAsync(interrupted, "interrupted");
        await new TaskClient(second.Client).EndAsync(waited);
    }

    [Fact]
    public async Task SecondService_OverTheSameIndex_LeavesTasksToTheFirst()
    {
        await using RunningService first = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(first.Client);
        await tasks.EndAsync(await tasks.StartAsync("update"));
        await using RunningService second = await RunningService.StartAsync(Options);

        using HttpResponseMessage response = await PostAsync(second, "{\"kind\":\"update\"}");
        JsonElement known = await second.GetJsonAsync("/api/v1/tasks");

        Assert.Equal("done", TaskClient.StateOf(Assert.Single(known.EnumerateArray())));
        Assert.Equal("tasks-elsewhere", (await TaskClient.JsonAsync(response, HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Journal_Damaged_IsPutAside()
    {
        string journal = _articles.Index + ".tasks.json";
        await File.WriteAllTextAsync(journal, "[{\"id\":");
        await using RunningService service = await RunningService.StartAsync(Options);
        var tasks = new TaskClient(service.Client);

        await tasks.EndAsync(await tasks.StartAsync("update"));

        Assert.True(File.Exists(journal + ".damaged"));
    }

    [Fact]
    public async Task Keys_OpenTasksByScope()
    {
        (string search, string index, string admin) = (GivenKeys.Add(Keys, KeyScope.Search), GivenKeys.Add(Keys, KeyScope.Index), GivenKeys.Add(Keys, KeyScope.Admin));
        await using RunningService service = await RunningService.StartAsync(Options with { RequireKeys = true, KeysFile = Keys, PublicSearch = true });

        Assert.Equal(401, await StatusAsync(service, HttpMethod.Get, null));
        Assert.Equal(401, await StatusAsync(service, HttpMethod.Post, null));
        Assert.Equal(403, await StatusAsync(service, HttpMethod.Get, search));
        Assert.Equal(403, await StatusAsync(service, HttpMethod.Post, search));
        Assert.Equal(200, await StatusAsync(service, HttpMethod.Get, index));
        Assert.Equal(403, await StatusAsync(service, HttpMethod.Post, index, "snapshot"));
        Assert.Equal(202, await StatusAsync(service, HttpMethod.Post, admin, "snapshot"));
        Assert.Equal(202, await StatusAsync(service, HttpMethod.Post, index));
    }

    private static int Number(JsonElement report, string member) => report.GetProperty(member).GetInt32();

    private static StringContent Json(string body, string mediaType = "application/json") => new(body, Encoding.UTF8, mediaType);

    private static Task<HttpResponseMessage> PostAsync(RunningService service, string body, string mediaType = "application/json") =>
        service.Client.PostAsync("/api/v1/tasks", Json(body, mediaType));

    private static async Task<int> StatusAsync(RunningService service, HttpMethod method, string? key, string kind = "update")
    {
        using var request = new HttpRequestMessage(method, "/api/v1/tasks");
        request.Content = method == HttpMethod.Post ? Json($"{{\"kind\":\"{kind}\"}}") : null;
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
