using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>One of the scorers of a disjunction, and where it stands.</summary>
internal sealed class DisjunctionClause
{
    private readonly Scorer _scorer;
    private readonly DocIdSetIterator _documents;

    /// <summary>Creates the clause over a scorer that has not been moved.</summary>
    public DisjunctionClause(Scorer scorer)
    {
        _scorer = scorer;
        _documents = scorer.Iterator;
    }

    /// <summary>Gets the current document.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Gets the best score in the window, as <see cref="Bind"/> found it.</summary>
    public double MaxScore { get; private set; }

    /// <summary>Moves to a document, or behind it when it does not match; stays when it is there already.</summary>
    public void MoveTo(int doc)
    {
        if (Doc < doc)
        {
            Doc = _documents.Advance(doc);
        }
    }

    /// <summary>Finds out the best score in a window, without moving.</summary>
    public void Bind(int windowStart, int windowEnd)
    {
        int from = Math.Max(windowStart, Doc);
        MaxScore = from < windowEnd ? _scorer.MaxScore(from, windowEnd - 1) : 0;
    }

    /// <summary>Returns the score of the current document; at most one call a document.</summary>
    public float Score() => _scorer.Score();

    /// <summary>Takes the next documents before the end of a window; see <see cref="Scorer.NextBatch"/>.</summary>
    public int NextBatch(int windowEnd, Span<int> docs, Span<float> scores)
    {
        int count = _scorer.NextBatch(windowEnd, docs, scores);
        Doc = _documents.DocId;
        return count;
    }
}
