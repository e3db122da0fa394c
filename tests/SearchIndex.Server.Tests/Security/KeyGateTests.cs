using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Security;

/// <summary>Who gets through the door.</summary>
public sealed class KeyGateTests : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new();

    private string Keys => Path.Combine(_articles.Index, "..", "keys.json");

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/0000000000000000")]
    [InlineData("/feed.atom")]
    [InlineData("/queries/nato.rss")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing")]
    [InlineData("/api/search?q=a")]
    [InlineData("/api/v1/search?q=a")]
    [InlineData("/api//v1/search?q=a")]
    [InlineData("/API/V1/SEARCH?q=a")]
    [InlineData("/api/v1/%73earch?q=a")]
    [InlineData("/assets/../api/v1/search?q=a")]
    [InlineData("/health/live/../../api/v1/search?q=a")]
    [InlineData("/api/v1/export")]
    [InlineData("/api/v1/stats?key=guess")]
    public async Task WithoutAKey_NothingIsAnswered(string address)
    {
        await using RunningService service = await StartAsync(publicSearch: false);

        using HttpResponseMessage response = await service.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.Single().Scheme, StringComparison.Ordinal);
        Assert.Equal("no-key", await CodeAsync(response));
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/assets/site.css")]
    public async Task WithoutAKey_WhatTellsNothing_IsAnswered(string address)
    {
        await using RunningService service = await StartAsync(publicSearch: false);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, address));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/search?q=a")]
    [InlineData("/feed.atom?q=a")]
    public async Task PublicSearch_NeedsNoKey(string address)
    {
        await using RunningService service = await StartAsync(publicSearch: true);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer six_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer null")]
    [InlineData("Bearer ' OR 1=1 --")]
    public async Task WrongKeys_AreRefused(string header)
    {
        GivenKeys.Add(Keys, KeyScope.Admin);
        await using RunningService service = await StartAsync(publicSearch: false);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", header));
    }

    [Fact]
    public async Task Key_OpensUntilItEnds()
    {
        string open = GivenKeys.Add(Keys, KeyScope.Search);
        string ended = GivenKeys.Add(Keys, KeyScope.Admin, key => key with { Expires = GivenKeys.Made.AddDays(1) });
        string revoked = GivenKeys.Add(Keys, KeyScope.Admin, key => key with { Revoked = GivenKeys.Made });
        await using RunningService service = await StartAsync(publicSearch: false);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/api/v1/stats", "Bearer " + open));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", "Bearer " + ended));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", "Bearer " + revoked));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", "Bearer " + AccessKeyFile.Load(Keys)[0].Sha256));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", $"Bearer {open}x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", $"Bearer {open[..^1]}"));
    }

    [Fact]
    public async Task Key_RevokedWhileTheServiceRuns_StopsWorking()
    {
        string text = GivenKeys.Add(Keys, KeyScope.Search);
        await using RunningService service = await StartAsync(publicSearch: false);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/api/v1/stats", "Bearer " + text));

        AccessKeyFile.Save(Keys, [.. AccessKeyFile.Load(Keys).Select(key => key with { Revoked = GivenKeys.Made })]);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await StatusAsync(service, "/api/v1/stats", "Bearer " + text) != HttpStatusCode.Unauthorized)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    [Fact]
    public async Task KeyFile_ThatOthersCanRead_OpensNothing()
    {
        string text = GivenKeys.Add(Keys, KeyScope.Admin);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            await using RunningService service = await StartAsync(publicSearch: false);

            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/api/v1/stats", "Bearer " + text));
        }
    }

    [Fact]
    public async Task AnswersToKeys_AreNotForSharedCaches()
    {
        string text = GivenKeys.Add(Keys, KeyScope.Search);
        await using RunningService service = await StartAsync(publicSearch: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", text);

        using HttpResponseMessage response = await service.Client.SendAsync(request);

        Assert.True(response.Headers.CacheControl?.Private);
        Assert.Contains("Authorization", response.Headers.Vary);
    }

    [Fact]
    public async Task Tag_WithoutAKey_TellsNothing()
    {
        string text = GivenKeys.Add(Keys, KeyScope.Search);
        await using RunningService service = await StartAsync(publicSearch: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", text);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        using var guess = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        guess.Headers.IfNoneMatch.Add(response.Headers.ETag!);

        using HttpResponseMessage answer = await service.Client.SendAsync(guess);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<RunningService> StartAsync(bool publicSearch) => RunningService.StartAsync(new SearchServiceOptions
    {
        Collections = [new() { IndexFolder = _articles.Index }],
        KeysFile = Keys,
        RequireKeys = true,
        PublicSearch = publicSearch,
    });

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string address, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
}
