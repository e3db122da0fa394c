using System.Net;
using System.Text.RegularExpressions;
using SearchIndex.Server.Pages.Operating;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tests.Security;

namespace SearchIndex.Server.Tests.Pages.Operating;

/// <summary>Who can use the operator's page, and who cannot use it through somebody's browser.</summary>
public sealed partial class OperatorPageTests : IAsyncLifetime, IDisposable
{
    private readonly ArticleFolder _articles = new();

    private string Keys => Path.Combine(_articles.Index, "..", "keys.json");

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task OnThisMachine_TheForm_JustWorks()
    {
        await using RunningService service = await StartAsync(requireKeys: false);
        string page = await service.GetPageAsync("/operate", language: "en");
        Assert.Contains($">{OperatorText.English.Rebuild}</button>", page, StringComparison.Ordinal);

        using HttpResponseMessage answer = await PostAsync(service, "tasks", [("kind", "Rebuild")], ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal((HttpStatusCode.SeeOther, "/operate"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains($"<strong>{OperatorText.English.Rebuild}</strong>", await service.GetPageAsync("/operate", language: "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task OnThisMachine_FormsOfOtherSites_AreRefused(string header, string value)
    {
        await using RunningService service = await StartAsync(requireKeys: false);

        using HttpResponseMessage answer = await PostAsync(service, "tasks", [("kind", "Rebuild")], (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("[]", await service.Client.GetStringAsync("/api/v1/tasks"));
    }

    [Fact]
    public async Task OnThisMachine_ByAnotherName_IsRefused()
    {
        await using RunningService service = await StartAsync(requireKeys: false);

        using HttpResponseMessage answer = await PostAsync(
            service, "tasks", [("kind", "Rebuild")], ("Sec-Fetch-Site", "same-origin"), ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("six_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    public async Task WithKeys_WrongKey_OpensNothing(string key)
    {
        await using RunningService service = await StartAsync(requireKeys: true);
        string page = await service.GetPageAsync("/operate", HttpStatusCode.Unauthorized, "en");
        Assert.DoesNotContain(OperatorText.English.Rebuild, page, StringComparison.Ordinal);

        using HttpResponseMessage answer = await PostAsync(service, "sign-in", [("key", key)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithKeys_KeyOfAReader_OpensNothing()
    {
        string key = GivenKeys.Add(Keys, KeyScope.Search);
        await using RunningService service = await StartAsync(requireKeys: true);

        using HttpResponseMessage answer = await PostAsync(service, "sign-in", [("key", key)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task SignedIn_CookieIsForThisPageOnly_AndHoldsNoKey()
    {
        string key = GivenKeys.Add(Keys, KeyScope.Index);
        await using RunningService service = await StartAsync(requireKeys: true);

        using HttpResponseMessage answer = await PostAsync(service, "sign-in", [("key", key)]);
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.Contains("path=/operate", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(key, cookie, StringComparison.Ordinal);

        // A stolen cookie does not open the API, not even where it would be sent.
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(service, "/api/v1/tasks", cookie)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(service, "/operate", cookie)).Status);
    }

    [Fact]
    public async Task SignedIn_ToANamedArchive_CookieIsForItsPageOnly()
    {
        string key = GivenKeys.Add(Keys, KeyScope.Index);
        const string path = "/collections/one";
        await using RunningService service = await StartAsync(requireKeys: true, name: "one");

        using HttpResponseMessage signedIn = await PostAsync(service, "sign-in", [("key", key)], below: path);
        string cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        (HttpStatusCode status, string page) = await GetAsync(service, path + "/operate", cookie);
        using HttpResponseMessage signedOut = await PostAsync(
            service, "sign-out", [("token", Token().Match(page).Groups[1].Value)], below: path, ("Cookie", cookie.Split(';')[0]));

        Assert.Equal(path + "/operate", signedIn.Headers.Location?.ToString());
        Assert.Contains($"path={path}/operate;", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        Assert.Contains($"path={path}/operate;", Assert.Single(signedOut.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedIn_FormWithItsToken_StartsATask_AndWithoutDoesNot()
    {
        await using RunningService service = await StartAsync(requireKeys: true);
        string cookie = await SignInAsync(service, KeyScope.Index);
        string page = (await GetAsync(service, "/operate", cookie)).Body;
        string token = Token().Match(page).Groups[1].Value;

        using HttpResponseMessage without = await PostAsync(service, "tasks", [("kind", "Update")], ("Cookie", cookie));
        using HttpResponseMessage wrong = await PostAsync(service, "tasks", [("kind", "Update"), ("token", token + "x")], ("Cookie", cookie));
        using HttpResponseMessage foreign = await PostAsync(
            service, "tasks", [("kind", "Update"), ("token", token)], ("Cookie", cookie), ("Origin", "https://evil.example"));
        using HttpResponseMessage right = await PostAsync(service, "tasks", [("kind", "Update"), ("token", token)], ("Cookie", cookie), ("Origin", "null"));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.SeeOther],
            new[] { without, wrong, foreign, right }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task SignedIn_SnapshotWithoutScopeAdmin_IsRefused()
    {
        await using RunningService service = await StartAsync(requireKeys: true);
        string cookie = await SignInAsync(service, KeyScope.Index);
        string page = (await GetAsync(service, "/operate", cookie)).Body;

        using HttpResponseMessage answer = await PostAsync(
            service, "tasks", [("kind", "Snapshot"), ("token", Token().Match(page).Groups[1].Value)], ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("value=\"Snapshot\"", page, StringComparison.Ordinal);
        string admin = await SignInAsync(service, KeyScope.Admin);
        Assert.Contains("value=\"Snapshot\"", (await GetAsync(service, "/operate", admin)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfARevokedKey_Ends()
    {
        await using RunningService service = await StartAsync(requireKeys: true);
        string cookie = await SignInAsync(service, KeyScope.Admin);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(service, "/operate", cookie)).Status);

        AccessKeyFile.Save(Keys, [.. AccessKeyFile.Load(Keys).Select(key => key with { Revoked = GivenKeys.Made })]);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await GetAsync(service, "/operate", cookie)).Status != HttpStatusCode.Unauthorized)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    [Fact]
    public async Task Session_SignedOut_Ends()
    {
        await using RunningService service = await StartAsync(requireKeys: true);
        string cookie = await SignInAsync(service, KeyScope.Admin);
        string token = Token().Match((await GetAsync(service, "/operate", cookie)).Body).Groups[1].Value;

        using HttpResponseMessage answer = await PostAsync(service, "sign-out", [("token", token)], ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(service, "/operate", cookie)).Status);
    }

    [Fact]
    public async Task SignIn_GuessingKeys_IsLimitedByAddress()
    {
        await using RunningService service = await StartAsync(requireKeys: true, requestsPerMinute: 3);
        var answers = new List<HttpStatusCode>();
        for (int guess = 0; guess < 5; guess++)
        {
            using HttpResponseMessage answer = await PostAsync(service, "sign-in", [("key", $"six_{guess}")]);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private Task<RunningService> StartAsync(bool requireKeys, int? requestsPerMinute = null, string name = "") => RunningService.StartAsync(new SearchServiceOptions
    {
        Collections = [new() { Name = name, IndexFolder = _articles.Index, ArchivePaths = [_articles.Articles] }],
        KeysFile = Keys,
        RequireKeys = requireKeys,
        RequestsPerMinute = requestsPerMinute,
    });

    /// <summary>Signs in with a new key, which the service may read a moment later, and returns the cookie.</summary>
    private async Task<string> SignInAsync(RunningService service, KeyScope scope)
    {
        string key = GivenKeys.Add(Keys, scope);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using HttpResponseMessage answer = await PostAsync(service, "sign-in", [("key", key)]);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
            {
                return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(
        RunningService service, string address, (string Name, string Value)[] fields, params (string Name, string Value)[] headers) =>
        PostAsync(service, address, fields, below: string.Empty, headers);

    private static async Task<HttpResponseMessage> PostAsync(
        RunningService service, string address, (string Name, string Value)[] fields, string below, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{below}/operate/{address}")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        foreach ((string name, string value) in headers.Where(header => header.Name.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(RunningService service, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
