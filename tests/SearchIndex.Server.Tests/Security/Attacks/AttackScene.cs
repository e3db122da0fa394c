using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>The attacked services over one hostile archive, and what they answered.</summary>
public sealed class AttackScene : IAsyncLifetime, IDisposable
{
    private readonly HostileArchive _archive = new();
    private readonly Dictionary<Door, RunningService> _services = [];
    private readonly Dictionary<string, string> _values = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<AttackAnswer>>> _answers = new();

    /// <summary>Gets what no answer may tell: where the files are, and the keys.</summary>
    internal IReadOnlyList<string> Secrets { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await _archive.BuildAsync();
        SearchServiceOptions options = Prepare();
        SearchServiceOptions keyed = options with { RequireKeys = true };
        await StartAsync(Door.Open, options);
        await StartAsync(Door.Keyed, keyed);
        await StartAsync(Door.Listed, options with { Hosts = ["news.example"], CorsOrigins = ["https://library.example"] });
        await StartAsync(Door.Rated, keyed with { RequestsPerMinute = 2 });
        await StartAsync(Door.Impatient, options with { MaxBodyBytes = 1000, ClientPatience = TimeSpan.FromSeconds(1.5) });
        await StartAsync(Door.Several, keyed with
        {
            Collections = [keyed.Collections[0] with { Name = "mine", InboxFolder = null }, new() { Name = "theirs", IndexFolder = _archive.At("theirs") }],
        });
        await NameArticlesAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (RunningService service in _services.Values)
        {
            await service.DisposeAsync();
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Returns what a service answers to an attack; each is tried once.</summary>
    internal Task<AttackAnswer> AnswerAsync(Attack attack) =>
        _answers.GetOrAdd(attack.Name, _ => new Lazy<Task<AttackAnswer>>(() => TryAsync(attack))).Value;

    private async Task<AttackAnswer> TryAsync(Attack attack)
    {
        AttackAnswer? answer = null;
        for (int number = 1; number <= attack.Times; number++)
        {
            answer = await RawConnection.SendAsync(_services[attack.Door].Address, AttackRequest.BytesOf(attack, _values, number));
        }

        return answer!;
    }

    private SearchServiceOptions Prepare()
    {
        string keys = _archive.At("keys.json");
        string queries = _archive.At("queries.tsv");
        string variants = _archive.At("variants.tsv");
        File.WriteAllText(queries, $"aim\t靶子\t\t{HostileArchive.Script}\n");
        File.WriteAllText(variants, $"word\t靶子|<b>靶心</b>\t{HostileArchive.Script}\n");
        _values["search key"] = GivenKeys.Add(keys, KeyScope.Search);
        _values["index key"] = GivenKeys.Add(keys, KeyScope.Index);
        _values["admin key"] = GivenKeys.Add(keys, KeyScope.Admin);
        _values["ended key"] = GivenKeys.Add(keys, KeyScope.Admin, key => key with { Expires = GivenKeys.Made.AddDays(1) });
        _values["key of mine"] = GivenKeys.Add(keys, KeyScope.Admin, key => key with { Collections = ["mine"] });
        _values["hash of a key"] = AccessKeyFile.Load(keys)[2].Sha256;
        _values["small key"] = _values["admin key"].ToLowerInvariant();
        Secrets = [_archive.At(string.Empty), .. _values.Values];
        return new SearchServiceOptions { Collections = [new() { IndexFolder = _archive.Index, InboxFolder = _archive.At("inbox"), QueriesFile = queries, VariantsFile = variants }], KeysFile = keys };
    }

    private async Task StartAsync(Door door, SearchServiceOptions options) => _services[door] = await RunningService.StartAsync(options, app =>
    {
        app.MapGet("/api/v1/test/admin", () => "for operators").WithMetadata(AccessRule.ForOperators);
        app.MapPost("/api/v1/test/body", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            return "read";
        }).WithMetadata(BodyRule.Content);
    });

    /// <summary>Gives the articles names by which attacks call them, and takes what a client gets from the service.</summary>
    private async Task NameArticlesAsync()
    {
        RunningService open = _services[Door.Open];
        JsonElement all = await open.GetJsonAsync("/api/v1/search?q=靶子&size=100&collapse=off");
        foreach (JsonElement hit in all.GetProperty("hits").EnumerateArray())
        {
            string file = Path.GetFileNameWithoutExtension(hit.GetProperty("source").GetString()!);
            _values["the " + file] = hit.GetProperty("id").GetString()!;
        }

        JsonElement page = await open.GetJsonAsync("/api/v1/search?q=靶子&size=1");
        _values["cursor"] = page.GetProperty("next").GetString()!;
        _values["another request"] = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        _values["cut cursor"] = _values["cursor"][..^4];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _values["search key"]);
        using HttpResponseMessage stats = await _services[Door.Keyed].Client.SendAsync(request);
        _values["tag"] = stats.Headers.ETag!.ToString();
    }
}
