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
}
