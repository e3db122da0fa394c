namespace SearchIndex.Engine.Search;

/// <summary>Receives the matches of one segment.</summary>
public abstract class LeafCollector
{
    /// <summary>Receives a match. Documents come in ascending order, deleted ones not at all.</summary>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="score">Its score; 0 when the collector does not need any.</param>
    public abstract void Collect(int doc, float score);

    /// <summary>
    /// Gets the lowest score that still makes a difference: matches below it need not be handed over any more. It never falls during a
    /// search; 0 as long as all are wanted.
    /// </summary>
    public virtual float MinCompetitiveScore => 0f;

    /// <summary>Gets whether only the number of matches is of interest; then they may be handed over by <see cref="CollectCount"/>.</summary>
    internal virtual bool OnlyCounts => false;

    /// <summary>Receives several matches, as <see cref="Collect"/> does one by one.</summary>
    internal virtual void CollectBatch(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (int index = 0; index < docs.Length; index++)
        {
            Collect(docs[index], scores.IsEmpty ? 0f : scores[index]);
        }
    }

    /// <summary>Receives the number of further matches; only for collectors that only count.</summary>
    internal virtual void CollectCount(int count) => throw new NotSupportedException("this collector wants to see each match");
}
