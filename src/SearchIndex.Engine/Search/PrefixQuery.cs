using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>Finds the documents with a term that begins with the given bytes; the score is the boost. Every such term counts.</summary>
/// <param name="Prefix">The field and the beginning; an empty one fits every term of the field.</param>
public sealed record PrefixQuery(Term Prefix) : Query
{
    // Few terms are merged as they are walked; with more, a set of documents is cheaper than the heap.
    private const int MergedTerms = 8;

    /// <summary>Gets what a highlighter marks.</summary>
    public PrefixMarks Marks { get; init; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new ConstantScoreWeight(this, scoreMode, leaf => ScorerOf(leaf, boost));

    /// <inheritdoc/>
    public override string ToString(string field) => QueryFormat.Term(Prefix, field) + "*";

    private ConstantScoreScorer? ScorerOf(LeafReaderContext leaf, float boost) =>
        Documents(leaf) is { } documents ? new ConstantScoreScorer(boost, documents) : null;

    private DocIdSetIterator? Documents(LeafReaderContext leaf)
    {
        if (leaf.Reader.Terms(Prefix.Field) is not { } terms)
        {
            return null;
        }

        var expansion = new PrefixTerms(terms, Prefix.Bytes);
        var merged = new List<DocIdSetIterator>();
        while (merged.Count < MergedTerms && expansion.Next())
        {
            merged.Add(expansion.Current.Postings(PostingsFeatures.Docs));
        }

        return merged.Count switch
        {
            0 => null,
            1 => merged[0],
            < MergedTerms => new DisjunctionIterator(merged),
            _ => Union(merged, expansion, leaf.Reader.MaxDoc),
        };
    }

    private static BitSetIterator Union(List<DocIdSetIterator> first, PrefixTerms rest, int maxDoc)
    {
        var documents = new FixedBitSet(maxDoc);
        foreach (DocIdSetIterator postings in first)
        {
            AddAll(documents, postings);
        }

        PostingsEnum? reused = null;
        while (rest.Next())
        {
            reused = rest.Current.Postings(PostingsFeatures.Docs, reused);
            AddAll(documents, reused);
        }

        return new BitSetIterator(documents);
    }

    private static void AddAll(FixedBitSet documents, DocIdSetIterator postings)
    {
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            documents.Set(doc);
        }
    }
}
