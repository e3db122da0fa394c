using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Duplicates;

namespace SearchIndex.News.Tests.Query.BruteForce;

/// <summary>Which articles of an index are versions of each other, by their ids.</summary>
internal sealed class VersionGroups
{
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    public VersionGroups(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        DuplicateGroups groups = SignatureColumn.FindGroups(reader);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            var article = new StoredArticle();
            reader.VisitDocument(doc, article);
            int group = groups.GroupOf(doc);
            _groups[article.Id] = group < 0 ? article.Id : $"group {group}";
        }
    }

    /// <summary>Returns what an article shares with its versions and with nothing else.</summary>
    public string Of(string id) => _groups[id];
}
