using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Verification;

/// <summary>The ids of the articles of an index, out of the terms; stored fields are not touched.</summary>
internal static class IndexArticles
{
    /// <summary>Returns how many live documents each id has.</summary>
    public static Dictionary<string, int> Count(IndexDirectory directory, SegmentInfos commit)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            using var reader = new SegmentReader(directory, Lucene87Codec.Instance, segment);
            Count(reader, counts);
        }

        return counts;
    }

    private static void Count(SegmentReader reader, Dictionary<string, int> counts)
    {
        if (reader.Terms(ArticleSchema.Id)?.Iterator() is not { } terms)
        {
            return;
        }

        PostingsEnum? postings = null;
        while (terms.Next())
        {
            postings = terms.Postings(PostingsFeatures.Docs, postings);
            int live = 0;
            for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
            {
                live += reader.LiveDocs?[docId] ?? true ? 1 : 0;
            }

            if (live > 0)
            {
                string id = Encoding.UTF8.GetString(terms.Term);
                counts[id] = counts.GetValueOrDefault(id) + live;
            }
        }
    }
}
