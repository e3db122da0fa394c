using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Diagnosis;

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
        .. CollectionSettings.All,
        new("urls", SettingKind.One, "http://HOST:PORT, several parted by semicolons", SearchServiceOptions.DefaultUrls,
            "The addresses to listen on. Others than this machine's need keys.",
            (options, values) => SearchServiceOptions.FindWrongUrl(values[0]) is null ? options with { Urls = values[0] } : null),
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
    /// <exception cref="SettingException">A value is not allowed, or settings do not go together.</exception>
    public static SearchServiceOptions Apply(SearchServiceOptions options, IReadOnlyList<GivenSetting> given)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(given);
        var problems = new List<string>();
        foreach (GivenSetting setting in given.Where(setting => setting.Collection is null))
        {
            options = Apply(options, setting, setting.Setting.Apply, problems);
        }

        CollectionOptions[] collections = [.. given.Where(setting => setting.Collection is not null).GroupBy(setting => setting.Collection!).Select(one => OfName(one.Key, one, problems))];
        if (collections.Length > 0)
        {
            problems.AddRange(given
                .Where(setting => setting.Collection is null && setting.Setting.IsOfCollection)
                .Select(setting => $"{setting.Origin} is not allowed beside '{CollectionSettings.Key}'; give it for each archive"));
            problems.AddRange(SharedFolders(collections));
            options = options with { Collections = collections };
        }

        return problems.Count == 0 ? options : throw new SettingException(string.Join("; ", problems));
    }

    private static CollectionOptions OfName(string name, IEnumerable<GivenSetting> given, List<string> problems)
    {
        var collection = new CollectionOptions { Name = name, IndexFolder = string.Empty };
        foreach (GivenSetting setting in given)
        {
            collection = Apply(collection, setting, (one, _) => CollectionSettings.Apply(one, setting), problems);
        }

        return collection;
    }

    private static T Apply<T>(T options, GivenSetting given, Func<T, IReadOnlyList<string>, T?> apply, List<string> problems)
        where T : class
    {
        if (given.Values.Count > 0 && apply(options, given.Values) is { } changed)
        {
            return changed;
        }

        problems.Add($"{given.Origin} '{string.Join(';', given.Values)}' is not allowed; give {given.Setting.Allowed}");
        return options;
    }

    /// <summary>
    /// Two that write into one folder would each take the articles of the other out of the index. In the inbox of another, what is there is taken
    /// for its articles; in the index of another, it goes when that is replaced.
    /// </summary>
    private static IEnumerable<string> SharedFolders(CollectionOptions[] collections)
    {
        (string Folder, string Name)[] uses =
        [
            .. collections.SelectMany(one => ((string?[])[one.IndexFolder, one.InboxFolder]).OfType<string>()
                .Where(folder => folder.Length > 0)
                .Select(folder => (System.IO.Path.TrimEndingDirectorySeparator(folder), one.Name))),
        ];
        IEnumerable<string> shared = uses
            .GroupBy(use => use.Folder, use => use.Name)
            .Where(names => names.Count() > 1)
            .Select(names => $"{string.Join(" and ", names)} have the same folder {names.Key}");
        IEnumerable<string> nested = uses
            .SelectMany(outer => uses
                .Where(inner => inner.Name != outer.Name && FileFindings.IsInside(inner.Folder, outer.Folder))
                .Select(inner => $"{inner.Folder} of {inner.Name} lies in {outer.Folder} of {outer.Name}"));
        return shared.Concat(nested).Select(problem => $"{CollectionSettings.Key}: {problem}; give each index and each inbox its own");
    }

    private static Setting Path(string name, string meaning, string fallback, Func<SearchServiceOptions, string, SearchServiceOptions> apply) =>
        new(name, SettingKind.One, "a path", fallback, meaning, (options, values) => values[0].Length > 0 ? apply(options, values[0]) : null) { IsPath = true };

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
