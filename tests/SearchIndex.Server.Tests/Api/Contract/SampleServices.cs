using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.Server.Security;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>Services over the sample archive, from which the examples of the document are. All want keys.</summary>
public sealed class SampleServices : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<RunningService> _services = [];

    /// <summary>Gets a key for everything.</summary>
    internal string Key { get; private set; } = string.Empty;

    /// <summary>Gets a task of the service as it should be.</summary>
    internal string TaskId { get; private set; } = string.Empty;

    /// <summary>Gets the service as it should be.</summary>
    internal RunningService Whole => _services[0];

    /// <summary>Gets one that takes a request a minute.</summary>
    internal RunningService Hurried => _services[1];

    /// <summary>Gets one without an index.</summary>
    internal RunningService Empty => _services[2];

    public async Task InitializeAsync()
    {
        (Key, AccessKey kept) = KeySecret.Create(KeyScope.Admin, DateTimeOffset.UnixEpoch, expires: null, note: null);
        AccessKeyFile.Save(_folder.At("keys.json"), [kept]);
        var options = new SearchServiceOptions
        {
            Collections =
            [
                new()
                {
                    IndexFolder = _folder.At("index"),
                    QueriesFile = _folder.Write("queries.tsv", "nato-japan\t北约 日本\n"),
                    InboxFolder = _folder.At("inbox"),
                    ArchivePaths = [RepositoryFolder.At("index-data", "articles")],
                },
            ],
            KeysFile = _folder.At("keys.json"),
            RequireKeys = true,
            RequestsPerMinute = 0,
        };
        await NewsIndexer.RebuildAsync([RepositoryFolder.At("index-data", "articles")], _folder.At("index"), new RebuildOptions(), progress: null, CancellationToken.None);
        _services.Add(await RunningService.StartAsync(options));
        TaskId = await StartTaskAsync(_services[0].Client);
        _services.Add(await RunningService.StartAsync(options with { RequestsPerMinute = 1 }));
        _services.Add(await RunningService.StartAsync(options.WithCollections(one => one with { IndexFolder = _folder.At("none"), QueriesFile = null })));
    }

    public async Task DisposeAsync()
    {
        foreach (RunningService service in _services)
        {
            await service.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a client learns from an answer and not from the document.</summary>
    private async Task<string> StartTaskAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tasks") { Content = new StringContent("{\"kind\": \"update\"}", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using HttpResponseMessage response = await client.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }
}
