using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.News.Duplicates;

/// <summary>Reads the signatures of an index and groups its articles.</summary>
internal static class SignatureColumn
{
    /// <summary>The largest index whose articles are grouped: their signatures are one array.</summary>
    private const int MaxArticles = 8_000_000;

    /// <summary>Finds the groups of all live articles; articles are numbered as the documents of the index.</summary>
    public static DuplicateGroups FindGroups(DirectoryReader reader)
    {
        var hasSignature = new bool[reader.MaxDoc];
        if (reader.MaxDoc > MaxArticles)
        {
            return DuplicateGroups.Find([], hasSignature, []);
        }

        var published = new long[reader.MaxDoc];
        var signatures = new byte[reader.MaxDoc * TextSignature.Bins];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetBinaryDocValues(ArticleSchema.Signature) is not { } column)
            {
                continue;
            }

            NumericDocValues? dates = leaf.Reader.GetNumericDocValues(ArticleSchema.Published);
            FixedBitSet? live = leaf.Reader.LiveDocs;
            for (int doc = column.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = column.NextDoc())
            {
                int article = leaf.DocBase + doc;
                hasSignature[article] = (live is null || live[doc]) && column.Value.Length == TextSignature.Bins;
                if (hasSignature[article])
                {
                    published[article] = dates?.AdvanceExact(doc) == true ? dates.Value : DuplicateGroups.Undated;
                    column.Value.CopyTo(signatures.AsSpan(article * TextSignature.Bins));
                }
            }
        }

        return DuplicateGroups.Find(signatures, hasSignature, published);
    }
}
