using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// A match in two steps: a cheap walk over the documents that may match, and a dearer check of the current one. A conjunction
/// agrees on a document first and checks it once.
/// </summary>
public abstract class TwoPhaseIterator
{
    private TwoPhaseDocIdSetIterator? _iterator;

    /// <summary>Creates the iterator over a walk.</summary>
    protected TwoPhaseIterator(DocIdSetIterator approximation)
    {
        Approximation = approximation;
    }

    /// <summary>Gets the documents that may match.</summary>
    public DocIdSetIterator Approximation { get; }

    /// <summary>Gets the cost of a check, in about the number of simple operations.</summary>
    public abstract float MatchCost { get; }

    /// <summary>Tells whether the current document of the approximation matches. At most one call a document.</summary>
    public abstract bool Matches();

    /// <summary>Returns the documents that match as one walk, always the same.</summary>
    public DocIdSetIterator AsIterator() => _iterator ??= new TwoPhaseDocIdSetIterator(this);
}
