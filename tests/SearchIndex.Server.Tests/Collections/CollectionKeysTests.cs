using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Collections;

/// <summary>Keys that are for some archives of a service only.</summary>
public sealed class CollectionKeysTests : IAsyncLifetime, IDisposable
{
    private readonly TwoArchives _archives = new();
    private readonly Dictionary<string, string> _keys = [];

    public async Task InitializeAsync()
    {
        await _archives.IndexAsync();
        var kept = new List<AccessKey>();
        foreach ((string name, KeyScope scope, string[]? collections) in new (string, KeyScope, string[]?)[]
        {
            ("reader of west", KeyScope.Search, ["west"]),
            ("admin of west", KeyScope.Admin, ["west"]),
            ("admin of nothing", KeyScope.Admin, []),
            ("admin", KeyScope.Admin, null),
        })
        {
            (_keys[name], AccessKey key) = KeySecret.Create(scope, DateTimeOffset.UnixEpoch, expires: null, note: name);
            kept.Add(key with { Collections = collections });
        }

        AccessKeyFile.Save(_archives.Options.KeysFile!, kept);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _archives.Dispose();

    [Theory]
    [InlineData("reader of west", "/collections/west/api/v1/search?q=林芳正", HttpStatusCode.OK)]
    [InlineData("reader of west", "/collections/west/", HttpStatusCode.OK)]
    [InlineData("reader of west", "/collections/west/api/v1/tasks", HttpStatusCode.Forbidden)]
    [InlineData("reader of west", "/collections/east/api/v1/search?q=林芳正", HttpStatusCode.Forbidden)]
    [InlineData("reader of west", "/collections/east/", HttpStatusCode.Forbidden)]
    [InlineData("reader of west", "/collections/east/feed.atom", HttpStatusCode.Forbidden)]
    [InlineData("reader of west", "/collections/east/api/v1/export", HttpStatusCode.Forbidden)]
    [InlineData("reader of west", "/metrics", HttpStatusCode.Forbidden)]
    [InlineData("admin of west", "/collections/west/api/v1/tasks", HttpStatusCode.OK)]
    [InlineData("admin of west", "/collections/east/api/v1/tasks", HttpStatusCode.Forbidden)]
    [InlineData("admin of west", "/metrics", HttpStatusCode.Forbidden)]
    [InlineData("admin of nothing", "/collections/west/", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/collections/east/api/v1/tasks", HttpStatusCode.OK)]
    [InlineData("admin", "/metrics", HttpStatusCode.OK)]
    public async Task Key_OfSomeArchives_OpensThoseOnly(string key, string address, HttpStatusCode expected)
    {
        await using RunningService service = await StartAsync();

        using HttpResponseMessage answer = await SendAsync(service, HttpMethod.Get, address, key);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Task_WithAKeyOfAnotherArchive_IsRefused()
    {
        await using RunningService service = await StartAsync();

        using HttpResponseMessage refused = await SendAsync(service, HttpMethod.Post, "/collections/east/api/v1/tasks", "admin of west", """{"kind": "rebuild"}""");
        using HttpResponseMessage accepted = await SendAsync(service, HttpMethod.Post, "/collections/west/api/v1/tasks", "admin of west", """{"kind": "snapshot"}""");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("wrong-scope", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Theory]
    [InlineData("reader of west", "west")]
    [InlineData("admin of nothing", "")]
    [InlineData("admin", "west east")]
    public async Task List_HasTheArchivesOfTheKey(string key, string expected)
    {
        await using RunningService service = await StartAsync();

        using HttpResponseMessage answer = await SendAsync(service, HttpMethod.Get, "/api/v1/collections", key);
        JsonElement list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        using HttpResponseMessage front = await SendAsync(service, HttpMethod.Get, "/", key);
        string page = await front.Content.ReadAsStringAsync();

        Assert.Equal(expected, string.Join(' ', list.EnumerateArray().Select(one => one.GetProperty("name").GetString())));
        Assert.Equal(expected.Contains("east", StringComparison.Ordinal), page.Contains("/collections/east/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reader of west", "/collections/west")]
    [InlineData("admin", "/collections/west /collections/east")]
    public async Task Document_NamesTheArchivesOfTheKey(string key, string expected)
    {
        await using RunningService service = await StartAsync();

        using HttpResponseMessage answer = await SendAsync(service, HttpMethod.Get, "/openapi/v1.json", key);
        JsonElement servers = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("servers");

        Assert.Equal(expected, string.Join(' ', servers.EnumerateArray().Select(server => server.GetProperty("url").GetString())));
    }

    [Theory]
    [InlineData("/collections/west", HttpStatusCode.SeeOther)]
    [InlineData("/collections/east", HttpStatusCode.Unauthorized)]
    public async Task OperatorsPage_TakesKeysOfItsArchiveOnly(string path, HttpStatusCode expected)
    {
        await using RunningService service = await StartAsync();

        using HttpResponseMessage answer = await service.Client.PostAsync(
            path + "/operate/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("key", _keys["admin of west"])]));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Session_OfOneArchive_OpensNoOther()
    {
        await using RunningService service = await StartAsync();
        using HttpResponseMessage signedIn = await service.Client.PostAsync(
            "/collections/west/operate/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("key", _keys["admin of west"])]));
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/collections/west/operate"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/collections/east/operate"));

        // No browser sends it there; somebody who holds it may.
        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };
            using HttpResponseMessage answer = await service.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task List_WhereSearchingIsPublic_HasAllArchives()
    {
        await using RunningService service = await RunningService.StartAsync(_archives.Options with { RequireKeys = true, PublicSearch = true });

        Assert.Equal(2, (await service.GetJsonAsync("/api/v1/collections")).GetArrayLength());
    }

    [Fact]
    public void File_OfKeys_KeepsTheirArchives()
    {
        IReadOnlyList<AccessKey> keys = AccessKeyFile.Load(_archives.Options.KeysFile!);

        Assert.Equal(["west", "west", "", "all"], keys.Select(key => key.Collections is null ? "all" : string.Join(',', key.Collections)));
    }

    private Task<RunningService> StartAsync() => RunningService.StartAsync(_archives.Options with { RequireKeys = true });

    private async Task<HttpResponseMessage> SendAsync(RunningService service, HttpMethod method, string address, string key, string? body = null)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = body is null ? null : new StringContent(body, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys[key]);
        return await service.Client.SendAsync(request);
    }
}
