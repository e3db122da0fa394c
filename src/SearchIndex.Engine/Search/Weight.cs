using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>A query bound to the statistics of an index; makes scorers for its segments. For one search.</summary>
public abstract class Weight
{
    /// <summary>Creates the weight of a query.</summary>
    protected Weight(Query query, ScoreMode scoreMode)
    {
        Query = query;
        ScoreMode = scoreMode;
    }

    /// <summary>Gets the query.</summary>
    public Query Query { get; }

    /// <summary>Gets what is needed of the documents.</summary>
    public ScoreMode ScoreMode { get; }

    /// <summary>Gets whether scores are wanted.</summary>
    public bool NeedsScores => ScoreMode != ScoreMode.CompleteNoScores;

    /// <summary>Returns a new scorer for a segment, or null when nothing matches there.</summary>
    public abstract Scorer? Scorer(LeafReaderContext leaf);

    /// <summary>Returns what collects all matches of a segment, or null when nothing matches there.</summary>
    public virtual BulkScorer? BulkScorer(LeafReaderContext leaf) =>
        Scorer(leaf) is { } scorer ? new DefaultBulkScorer(scorer, NeedsScores) : null;

    /// <summary>Returns the number of live documents that match in a segment, or -1 when only a search can tell.</summary>
    public virtual int Count(LeafReaderContext leaf) => -1;

    /// <summary>Returns how the score of a document comes about. Its value is the very score that a search gives.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    public virtual Explanation Explain(LeafReaderContext leaf, int doc)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Scorer(leaf) is { } scorer && AdvanceExact(scorer.Iterator, doc)
            ? ExplainMatch(leaf, doc, scorer)
            : Explanation.NoMatch($"{Query} does not match");
    }

    /// <summary>Returns how the score of a document that matches comes about.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="scorer">Stands at the document; its score has not been asked for.</param>
    protected virtual Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        return Explanation.Match(scorer.Score(), Query.ToString());
    }

    private static bool AdvanceExact(DocIdSetIterator iterator, int doc) => iterator.Advance(doc) == doc;
}
