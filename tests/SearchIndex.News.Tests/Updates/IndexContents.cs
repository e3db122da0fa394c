using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;

namespace SearchIndex.News.Tests.Updates;

/// <summary>What an index holds, article by article, so that two indexes can be compared whatever their segments are.</summary>
internal static class IndexContents
{
    /// <summary>Returns one line for each live document: id, title, sources and body; in ordinal order.</summary>
    public static string[] Read(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var lines = new List<string>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs is null || leaf.Reader.LiveDocs[docId])
                {
                    lines.Add(LineOf(leaf.Reader, docId));
                }
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return [.. lines];
    }

    /// <summary>Names what lies in the index folder without need: all but the files of the commit, its manifest and the lock.</summary>
    public static string[] Leaks(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        SegmentInfos commit = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);
        return [.. directory.ListAll().Except([.. commit.Files(), commit.UserData["manifest"], "write.lock"])];
    }

    private static string LineOf(SegmentReader reader, int docId)
    {
        var article = new StoredArticle();
        reader.VisitDocument(docId, article);
        return $"{article.Id} {article.Title} [{string.Join(' ', article.Sources)}] {article.Body}".ReplaceLineEndings("⏎");
    }
}
