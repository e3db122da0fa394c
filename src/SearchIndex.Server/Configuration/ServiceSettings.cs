using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Configuration;

/// <summary>The settings of the service; <c>docs/configuration.md</c> has the same table.</summary>
public static class ServiceSettings
{
    private const int MostRequests = 1_000_000;
    private const int MostConcurrent = 10_000;
    private const int LeastUrlBytes = 1_000;
    private const int MostUrlBytes = 1_000_000;
    private const int MostBodyBytes = 100_000_000;
    internal const int MostMilliseconds = 3_600_000;

    /// <summary>Gets all settings, in the order of their table.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Path("index", "The folder of the index.", "`index` in `index-data`", (options, path) => options with { IndexFolder = path }),
        new("urls", SettingKind.One, "http://HOST:PORT, several parted by semicolons", SearchServiceOptions.DefaultUrls,
            "The addresses to listen on. Others than this machine's need keys.",
            (options, values) => SearchServiceOptions.FindWrongUrl(values[0]) is null ? options with { Urls = values[0] } : null),
        new("watch", SettingKind.Many, "files or folders that are there", "none", "Files or folders to keep the index up to date with.",
            (options, values) => values.All(System.IO.Path.Exists) ? options with { WatchedPaths = values } : null) { IsPath = true },
        new("archive", SettingKind.Many, "files or folders that are there", "those of `watch`", "Files or folders that tasks build the index of, besides those of `watch`.",
            (options, values) => values.All(System.IO.Path.Exists) ? options with { ArchivePaths = values } : null) { IsPath = true },
        Path("inbox", "The folder in which articles that come over HTTP are kept as files.", "none are taken", (options, path) => options with { InboxFolder = path }),
        File("variants-file", "A file of regional variants.", "the groups of the program", (options, path) => options with { VariantsFile = path }),
        File("queries-file", "A file of saved queries, with a feed of what is new for each.", "none", (options, path) => options with { QueriesFile = path }),
        Path("keys-file", "The file of keys.", "`keys.json` in `index-data`", (options, path) => options with { KeysFile = path }),
        Switch("public-search", "Whether searching, pages and feeds included, needs no key where the rest does.", (options, value) => options with { PublicSearch = value }),
        Switch("require-keys", "Whether keys are needed on addresses of this machine too, as behind a proxy.", (options, value) => options with { RequireKeys = value }),
        new("hosts", SettingKind.Many, "names of hosts, such as news.example", "any", "The names that requests may have in their Host header.",
            (options, values) => values.All(IsHost) ? options with { Hosts = values } : null),
        new("cors-origins", SettingKind.Many, "origins such as https://library.example", "none", "The origins whose scripts may read the API.",
            (options, values) => values.All(IsOrigin) ? options with { CorsOrigins = values } : null),
        .. ObservingSettings.All,
        Number("rate-limit", "Requests a minute for each key, and each address without one; 0 for any number.", 0, MostRequests,
            "0 on this machine's addresses, else 600", (options, value) => options with { RequestsPerMinute = value }),
        Number("max-concurrent", "Requests that work at once; as many wait, others get 503; 0 for any number.", 0, MostConcurrent,
            "64", (options, value) => options with { MaxConcurrent = value }),
        Number("query-timeout-ms", "Milliseconds that a request may take, exports apart; at three quarters a search answers with what it has.", 1, MostMilliseconds,
            "10000", (options, value) => options with { QueryTimeout = TimeSpan.FromMilliseconds(value) }),
        Number("max-url-bytes", "The longest request line.", LeastUrlBytes, MostUrlBytes, "65536", (options, value) => options with { MaxUrlBytes = value }),
        Number("max-body-bytes", "The largest body of a request, where one is read.", 0, MostBodyBytes, "16777216", (options, value) => options with { MaxBodyBytes = value }),
        Number("max-query-length", "UTF-16 units of a query; longer ones are refused, or cut at 2000.", 1, SearchRequest.MaxQueryLength,
            "2000", (options, value) => options with { MaxQueryLength = value }),
        Number("max-page-size", "The most hits on a page.", 1, SearchRequest.MaxSize, "100", (options, value) => options with { MaxPageSize = value }),
    ];

    /// <summary>Puts settings into options; of those that are given several times the last holds, so that the strongest comes last.</summary>
    /// <exception cref="SettingException">A value is not allowed.</exception>
    public static SearchServiceOptions Apply(SearchServiceOptions options, IEnumerable<GivenSetting> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var problems = new List<string>();
        foreach (GivenSetting setting in given)
        {
            if (setting.Values.Count > 0 && setting.Setting.Apply(options, setting.Values) is { } changed)
            {
                options = changed;
            }
            else
            {
                problems.Add($"{setting.Origin} '{string.Join(';', setting.Values)}' is not allowed; give {setting.Setting.Allowed}");
            }
        }

        return problems.Count == 0 ? options : throw new SettingException(string.Join("; ", problems));
    }

    private static Setting Path(string name, string meaning, string fallback, Func<SearchServiceOptions, string, SearchServiceOptions> apply) =>
        new(name, SettingKind.One, "a path", fallback, meaning, (options, values) => values[0].Length > 0 ? apply(options, values[0]) : null) { IsPath = true };

    private static Setting File(string name, string meaning, string fallback, Func<SearchServiceOptions, string, SearchServiceOptions> apply) =>
        new(name, SettingKind.One, "a file that is there", fallback, meaning,
            (options, values) => System.IO.File.Exists(values[0]) ? apply(options, values[0]) : null)
        { IsPath = true };

    internal static Setting Switch(string name, string meaning, Func<SearchServiceOptions, bool, SearchServiceOptions> apply) =>
        new(name, SettingKind.Switch, "true or false", "false", meaning,
            (options, values) => bool.TryParse(values[0], out bool value) ? apply(options, value) : null);

    internal static Setting Number(
        string name, string meaning, int least, int most, string fallback, Func<SearchServiceOptions, int, SearchServiceOptions> apply) =>
        new(name, SettingKind.One, $"a whole number from {least} to {most}", fallback, meaning, (options, values) =>
            int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
                ? apply(options, value)
                : null);

    private static bool IsHost(string name) => Uri.CheckHostName(name) != UriHostNameType.Unknown;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? origin) && (origin.Scheme is "http" or "https") && origin.GetLeftPart(UriPartial.Authority) == text;
}
