using SearchIndex.Server.Configuration;
using SearchIndex.Server.Logging;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Configuration;

/// <summary>Settings by file, environment and arguments: what is stronger, what is refused, and what the document says.</summary>
public sealed class ServiceSettingsTests : IDisposable
{
    private static readonly SearchServiceOptions Defaults = new() { Collections = [new() { IndexFolder = "nowhere" }] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_Settings_AreRead()
    {
        string path = _folder.Write("serve.json", """
            {
              // What the library wants.
              "urls": "http://0.0.0.0:80", "public-search": true, "rate-limit": 30, "watch": ["articles"],
              "cors-origins": ["https://library.example", "http://localhost:3000"], "hosts": "news.example",
              "index": "data/index", "query-timeout-ms": 2500,
            }
            """);
        Directory.CreateDirectory(_folder.At("articles"));

        SearchServiceOptions options = ServiceSettings.Apply(Defaults, SettingSources.ReadFile(path));

        Assert.Equal("http://0.0.0.0:80", options.Urls);
        Assert.True(options is { PublicSearch: true, NeedsKeys: true, RequestsPerMinute: 30, MaxConcurrent: 64 });
        Assert.Equal([_folder.At("articles")], options.Collections.Single().WatchedPaths);
        Assert.Equal(["https://library.example", "http://localhost:3000"], options.CorsOrigins);
        Assert.Equal(["news.example"], options.Hosts);
        Assert.Equal(_folder.At("data", "index"), options.Collections.Single().IndexFolder);
        Assert.Equal(TimeSpan.FromSeconds(2.5), options.QueryTimeout);
    }

    [Fact]
    public void Environment_IsStrongerThanTheFile()
    {
        string path = _folder.Write("serve.json", """{"rate-limit": 30, "max-concurrent": 5}""");
        var variables = new Dictionary<string, string>
        {
            ["SEARCHINDEX_RATE_LIMIT"] = "40",
            ["SEARCHINDEX_HOSTS"] = "a.example; b.example",
            ["SEARCHINDEX_MAX_PAGE_SIZE"] = "",
            ["SEARCHINDEX_SOMETHING_ELSE"] = "of another program",
        };

        SearchServiceOptions options = ServiceSettings.Apply(
            Defaults, [.. SettingSources.ReadFile(path), .. SettingSources.ReadEnvironment(variables)]);

        Assert.True(options is { RequestsPerMinute: 40, MaxConcurrent: 5, MaxPageSize: 100 });
        Assert.Equal(["a.example", "b.example"], options.Hosts);
    }

    [Theory]
    [InlineData("", "http://collector.example:4318/", "http://collector.example:4318/")]
    [InlineData("http://127.0.0.1:9/x", "http://collector.example:4318/", "http://127.0.0.1:9/x")]
    [InlineData("", "", null)]
    public void Environment_OfOpenTelemetry_HoldsWhenOursIsNotGiven(string ours, string theirs, string? expected)
    {
        var variables = new Dictionary<string, string> { ["SEARCHINDEX_OTLP_ENDPOINT"] = ours, ["OTEL_EXPORTER_OTLP_ENDPOINT"] = theirs };

        SearchServiceOptions options = ServiceSettings.Apply(Defaults, SettingSources.ReadEnvironment(variables));

        Assert.Equal(expected, options.OtlpEndpoint?.ToString());
    }

    [Fact]
    public void Observing_Settings_AreApplied()
    {
        string path = _folder.Write("serve.json", """{"log-format": "json", "log-requests": true, "log-queries": true, "slow-query-ms": 250, "disk-reserve-mb": 2000}""");

        SearchServiceOptions options = ServiceSettings.Apply(Defaults, SettingSources.ReadFile(path));

        Assert.True(options is { LogFormat: LogFormat.Json, LogRequests: true, LogQueries: true, DiskReserveBytes: 2_000_000_000 });
        Assert.Equal(TimeSpan.FromMilliseconds(250), options.SlowQuery);
    }

    [Theory]
    [InlineData("urls", "\"https://127.0.0.1\"", "http://HOST:PORT")]
    [InlineData("urls", "\"\"", "http://HOST:PORT")]
    [InlineData("index", "\"\"", "a path")]
    [InlineData("index", "null", "a path")]
    [InlineData("index", "{}", "a path")]
    [InlineData("index", "[\"a\"]", "a path")]
    [InlineData("title", "null", "on one line")]
    [InlineData("watch", "[\"not-there\"]", "that are there")]
    [InlineData("watch", "[]", "that are there")]
    [InlineData("variants-file", "\"not-there\"", "a file that is there")]
    [InlineData("queries-file", "\"not-there\"", "a file that is there")]
    [InlineData("title", "\" \"", "on one line")]
    [InlineData("title", "\"a\\nb\"", "on one line")]
    [InlineData("public-search", "\"yes\"", "true or false")]
    [InlineData("require-keys", "1", "true or false")]
    [InlineData("hosts", "[\"a b\"]", "names of hosts")]
    [InlineData("cors-origins", "[\"*\"]", "https://library.example")]
    [InlineData("cors-origins", "[\"https://library.example/path\"]", "https://library.example")]
    [InlineData("cors-origins", "[\"ftp://library.example\"]", "https://library.example")]
    [InlineData("log-format", "\"xml\"", "text or json")]
    [InlineData("log-requests", "\"all\"", "true or false")]
    [InlineData("log-queries", "2", "true or false")]
    [InlineData("slow-query-ms", "3600001", "from 0 to 3600000")]
    [InlineData("otlp-endpoint", "\"127.0.0.1:4318\"", "such as http://127.0.0.1:4318")]
    [InlineData("otlp-endpoint", "\"ftp://127.0.0.1\"", "such as http://127.0.0.1:4318")]
    [InlineData("disk-reserve-mb", "-5", "from 0 to 1000000000")]
    [InlineData("rate-limit", "-1", "from 0 to 1000000")]
    [InlineData("rate-limit", "\"many\"", "from 0 to 1000000")]
    [InlineData("rate-limit", "1.5", "from 0 to 1000000")]
    [InlineData("max-concurrent", "10001", "from 0 to 10000")]
    [InlineData("query-timeout-ms", "0", "from 1 to 3600000")]
    [InlineData("max-url-bytes", "10", "from 1000 to 1000000")]
    [InlineData("max-body-bytes", "99999999999", "from 0 to 100000000")]
    [InlineData("max-query-length", "2001", "from 1 to 2000")]
    [InlineData("max-page-size", "null", "from 1 to 100")]
    [InlineData("max-page-size", "[10]", "from 1 to 100")]
    public void WrongValues_AreRefused_WithKeyValueAndWhatIsAllowed(string key, string value, string allowed)
    {
        string path = _folder.Write("serve.json", $$"""{"{{key}}": {{value}}}""");

        SettingException problem = Assert.Throws<SettingException>(() => ServiceSettings.Apply(Defaults, SettingSources.ReadFile(path)));

        Assert.Contains($"serve.json: {key} '", problem.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"rate_limit\": 5}", "there is no setting 'rate_limit'; give one of index, watch, archive,")]
    [InlineData("[]", "is no file of settings")]
    [InlineData("{\"rate-limit\": 5, \"rate-limit\": 6}", "is no JSON")]
    [InlineData("{\"collections\": {\"a\": {\"index\": \"a\"}, \"a\": {\"index\": \"b\"}}}", "is no JSON")]
    [InlineData("{", "is no JSON")]
    [InlineData("", "is no JSON")]
    public void WrongFiles_AreRefused(string text, string expected)
    {
        string path = _folder.Write("serve.json", text);

        SettingException problem = Assert.Throws<SettingException>(() => SettingSources.ReadFile(path));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsRefused() =>
        Assert.Contains("cannot be read", Assert.Throws<SettingException>(() => SettingSources.ReadFile(_folder.At("not-there"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_AreThoseOfTheDocument()
    {
        string document = File.ReadAllText(RepositoryFolder.At("docs/configuration.md"));
        string[] missing = [.. ServiceSettings.All
            .Select(setting => $"| `{setting.Name}` | `{setting.Variable}` | {setting.Meaning} | {setting.Allowed} | {setting.Fallback} |")
            .Where(row => !document.Contains(row, StringComparison.Ordinal))];

        Assert.True(missing.Length == 0, "docs/configuration.md lacks:\n" + string.Join('\n', missing));
    }
}
