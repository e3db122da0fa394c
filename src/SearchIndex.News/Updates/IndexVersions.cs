using System.Globalization;
using System.Reflection;
using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>The notes of a commit that say which rules made its articles and terms. An index of other rules cannot be added to.</summary>
internal static class IndexVersions
{
    /// <summary>The key of the note with the version of the rules that make articles.</summary>
    public const string ParserKey = "parserVersion";

    /// <summary>The key of the note with the version of fields and analyzers.</summary>
    public const string AnalyzerKey = "analyzerVersion";

    private const string DataPrefix = "SearchIndex.News.Data.";

    private static readonly Lazy<string> ParserVersion = new(FindParserVersion);

    /// <summary>Adds the notes of this program.</summary>
    public static void Note(IDictionary<string, string> notes)
    {
        notes[ParserKey] = ParserVersion.Value;
        notes[AnalyzerKey] = ArticleSchema.Version.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the versions as a text.</summary>
    public static string Describe() => string.Create(CultureInfo.InvariantCulture, $"{ParserVersion.Value} {ArticleSchema.Version}");

    /// <summary>Compares the notes of a commit with this program.</summary>
    /// <exception cref="RebuildNeededException">They differ.</exception>
    public static void Check(SegmentInfos commit)
    {
        var ours = new Dictionary<string, string>();
        Note(ours);
        foreach ((string key, string version) in ours)
        {
            string theirs = commit.UserData.TryGetValue(key, out string? noted) ? noted : "unknown";
            if (theirs != version)
            {
                throw new RebuildNeededException($"the index was built by other rules: {key} was {theirs} and is {version} now");
            }
        }
    }

    /// <summary>The lists of outlets, boilerplate and the like are rules too: an edit makes another version by itself.</summary>
    private static string FindParserVersion()
    {
        Assembly assembly = typeof(IndexVersions).Assembly;
        using var data = new MemoryStream();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(DataPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            stream.CopyTo(data);
        }

        ulong hash = ContentHash.Of(data.GetBuffer().AsSpan(0, (int)data.Length)).High;
        return string.Create(CultureInfo.InvariantCulture, $"{ArticleReader.Version}-{hash:x16}");
    }
}
