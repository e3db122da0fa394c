using System.Text;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Configuration;

/// <summary>The settings that every archive of a service has for itself.</summary>
internal static class CollectionSettings
{
    /// <summary>The key of the file below which archives with names are.</summary>
    public const string Key = "collections";

    /// <summary>The setting that an archive with a name has to have.</summary>
    public const string Index = "index";

    private const int MostTitleCharacters = 100;

    /// <summary>Gets them, in the order of their table.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Path(Index, "The folder of the index.", "`index` in `index-data`", (one, path) => one with { IndexFolder = path }),
        Paths("watch", "Files or folders to keep the index up to date with.", "none", (one, paths) => one with { WatchedPaths = paths }),
        Paths("archive", "Files or folders that tasks build the index of, besides those of `watch`.", "those of `watch`", (one, paths) => one with { ArchivePaths = paths }),
        Path("inbox", "The folder in which articles that come over HTTP are kept as files.", "none are taken", (one, path) => one with { InboxFolder = path }),
        File("variants-file", "A file of regional variants.", "the groups of the program", (one, path) => one with { VariantsFile = path }),
        File("queries-file", "A file of saved queries, with a feed of what is new for each.", "none", (one, path) => one with { QueriesFile = path }),
        Of("title", SettingKind.One, $"a text of up to {MostTitleCharacters} characters on one line", "the name of the program", "The title of the archive for readers.",
            (one, values) => IsTitle(values[0]) ? one with { Title = values[0].Trim() } : null),
    ];

    /// <summary>Puts settings of one archive into its options.</summary>
    /// <returns>The options, or null when a value is not allowed.</returns>
    public static CollectionOptions? Apply(CollectionOptions collection, GivenSetting given) =>
        given.Setting.Apply(new SearchServiceOptions { Collections = [collection] }, given.Values)?.Collections[0];

    private static Setting Path(string name, string meaning, string fallback, Func<CollectionOptions, string, CollectionOptions> apply) =>
        OfPaths(name, SettingKind.One, "a path", fallback, meaning, (one, values) => values[0].Length > 0 ? apply(one, values[0]) : null);

    private static Setting File(string name, string meaning, string fallback, Func<CollectionOptions, string, CollectionOptions> apply) =>
        OfPaths(name, SettingKind.One, "a file that is there", fallback, meaning, (one, values) => System.IO.File.Exists(values[0]) ? apply(one, values[0]) : null);

    private static Setting Paths(string name, string meaning, string fallback, Func<CollectionOptions, IReadOnlyList<string>, CollectionOptions> apply) =>
        OfPaths(name, SettingKind.Many, "files or folders that are there", fallback, meaning,
            (one, values) => values.All(System.IO.Path.Exists) ? apply(one, values) : null);

    private static Setting OfPaths(
        string name, SettingKind kind, string allowed, string fallback, string meaning, Func<CollectionOptions, IReadOnlyList<string>, CollectionOptions?> apply) =>
        Of(name, kind, allowed, fallback, meaning, apply) with { IsPath = true };

    private static Setting Of(
        string name, SettingKind kind, string allowed, string fallback, string meaning, Func<CollectionOptions, IReadOnlyList<string>, CollectionOptions?> apply) =>
        new(name, kind, allowed, fallback, meaning,
            (options, values) => apply(options.Collections.Single(), values) is { } changed ? options with { Collections = [changed] } : null)
        { IsOfCollection = true };

    private static bool IsTitle(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.EnumerateRunes().Count() <= MostTitleCharacters && !text.EnumerateRunes().Any(Rune.IsControl);
}
