using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Query.Saved;

/// <summary>The ids of the articles of an index, segment by segment: a segment never gets articles that it did not have, so none is read twice.</summary>
internal sealed class SegmentIds
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Returns the ids of the articles in segments that were not read before.</summary>
    public IReadOnlyList<ulong> ReadNew(DirectoryReader reader)
    {
        var ids = new List<ulong>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (_read.Add(Convert.ToHexString(leaf.Reader.Commit.Info.Id.Span)))
            {
                AddIds(ids, leaf.Reader);
            }
        }

        return ids;
    }

    /// <summary>Reads all segments again the next time.</summary>
    public void Clear() => _read.Clear();

    private static void AddIds(List<ulong> ids, SegmentReader reader)
    {
        TermsEnum? terms = reader.Terms(ArticleSchema.Id)?.Iterator();
        while (terms is not null && terms.Next())
        {
            if (ArticleJournal.TryParse(Encoding.ASCII.GetString(terms.Term), out ulong id) && HasLiveDocument(terms, reader))
            {
                ids.Add(id);
            }
        }
    }

    private static bool HasLiveDocument(TermsEnum terms, SegmentReader reader)
    {
        if (reader.LiveDocs is not { } live)
        {
            return true;
        }

        PostingsEnum postings = terms.Postings(PostingsFeatures.Docs);
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            if (live[doc])
            {
                return true;
            }
        }

        return false;
    }
}
