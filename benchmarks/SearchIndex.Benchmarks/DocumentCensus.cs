using System.Text;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>What an index holds, file by file: the source, and a hash of the article that it belongs to.</summary>
internal static class DocumentCensus
{
    /// <summary>Reads all live documents. A source that two articles claim is an error.</summary>
    public static Dictionary<string, ContentHash> Take(string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var census = new Dictionary<string, ContentHash>(reader.MaxDoc, StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs is null || leaf.Reader.LiveDocs[docId])
                {
                    Add(leaf.Reader, docId, census);
                }
            }
        }

        return census;
    }

    private static void Add(SegmentReader reader, int docId, Dictionary<string, ContentHash> census)
    {
        var article = new StoredArticle();
        reader.VisitDocument(docId, article);
        string text = string.Join('\n', [article.Id, article.Title, .. article.Sources, article.Body]);
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes(text));
        foreach (string source in article.Sources)
        {
            census.Add(source, hash);
        }
    }
}
