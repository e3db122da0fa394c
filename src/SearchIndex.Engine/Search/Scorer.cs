using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Walks over the documents of one segment that match a query, and scores them. Deleted documents are among them. It is driven in one of
/// two ways: through <see cref="Iterator"/>, or through the approximation of <see cref="TwoPhase"/> with a check of each document; the
/// two must not be mixed. For one thread.
/// </summary>
public abstract class Scorer
{
    /// <summary>Gets the documents that match.</summary>
    public abstract DocIdSetIterator Iterator { get; }

    /// <summary>Gets the cheaper walk with a dearer check, or null when the iterator is all there is.</summary>
    public virtual TwoPhaseIterator? TwoPhase => null;

    /// <summary>Gets the walk to plan with: the approximation where there is one, else the documents that match.</summary>
    public DocIdSetIterator Approximation => TwoPhase?.Approximation ?? Iterator;

    /// <summary>
    /// Returns the score of the current document, which must match. At most one call a document; meaningless when the query was bound
    /// without scores.
    /// </summary>
    public abstract float Score();

    /// <summary>
    /// Scores documents from the current one of <see cref="Iterator"/> on, and moves it to the first that was not scored. The iterator
    /// must have been moved.
    /// </summary>
    /// <param name="upTo">The document at which to stop, exclusive.</param>
    /// <param name="docs">Receives the documents.</param>
    /// <param name="scores">Receives the scores, and has as much room; empty when they are not wanted.</param>
    /// <returns>How many documents; 0 when the current one is not below <paramref name="upTo"/>.</returns>
    internal virtual int NextBatch(int upTo, Span<int> docs, Span<float> scores)
    {
        DocIdSetIterator iterator = Iterator;
        int count = 0;
        for (int doc = iterator.DocId; doc < upTo && count < docs.Length; doc = iterator.NextDoc())
        {
            if (!scores.IsEmpty)
            {
                scores[count] = Score();
            }

            docs[count++] = doc;
        }

        return count;
    }

    /// <summary>Gets the postings when these are the documents, and all that the score depends on besides the norm; else null.</summary>
    internal virtual PostingsEnum? Postings => null;

    /// <summary>Computes the scores of documents of <see cref="Postings"/>, not before those of earlier calls.</summary>
    internal virtual void ScoreBatch(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores) =>
        throw new NotSupportedException("only scorers over postings can do so");

    /// <summary>
    /// Returns the last document (inclusive) of the shortest range from <paramref name="from"/> on for which the best score is known; see
    /// <see cref="MaxScore"/>. Calls must not go backwards, nor before the current document.
    /// </summary>
    internal virtual int MaxScoreUpTo(int from) => DocIdSetIterator.NoMoreDocs;

    /// <summary>
    /// Returns a score that no document between the two has more of; infinite when nothing is known. Calls must not go backwards, nor
    /// before the current document.
    /// </summary>
    /// <param name="from">The first document, inclusive.</param>
    /// <param name="upTo">The last document, inclusive.</param>
    internal virtual float MaxScore(int from, int upTo) => float.PositiveInfinity;
}
