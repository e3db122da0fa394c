using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Query;

namespace SearchIndex.News.Verification;

/// <summary>What a commit says of itself, as names and values of one line each.</summary>
internal static class IndexFacts
{
    private const string CommitKey = "commit";

    public static List<KeyValuePair<string, string>> Of(IndexDirectory directory)
    {
        try
        {
            return Of(SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance));
        }
        catch (Exception problem) when (problem is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or NotSupportedException)
        {
            return [Fact(CommitKey, "cannot be read")];
        }
    }

    private static List<KeyValuePair<string, string>> Of(SegmentInfos commit) =>
    [
        Fact("codec", Lucene87Codec.Instance.Name),
        Fact("created by version", commit.IndexCreatedVersionMajor.ToString(CultureInfo.InvariantCulture)),
        Fact("versions of segments", string.Join(' ', commit.Segments.Select(segment => segment.Info.Version).Distinct().Order())),
        Fact(CommitKey, commit.FileName),
        Fact("documents", commit.Segments.Sum(segment => segment.NumDocs).ToString(CultureInfo.InvariantCulture)),
        .. commit.UserData.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => Fact($"note {note.Key}", note.Value)),
    ];

    private static KeyValuePair<string, string> Fact(string name, string value) =>
        new(VisibleText.Escape(name).Replace('=', '-'), VisibleText.Escape(value).Trim());
}
