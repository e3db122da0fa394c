using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Makes both steps of a match in each move.</summary>
internal sealed class TwoPhaseDocIdSetIterator : DocIdSetIterator
{
    private readonly TwoPhaseIterator _twoPhase;
    private readonly DocIdSetIterator _approximation;

    /// <summary>Creates the walk.</summary>
    public TwoPhaseDocIdSetIterator(TwoPhaseIterator twoPhase)
    {
        _twoPhase = twoPhase;
        _approximation = twoPhase.Approximation;
    }

    /// <inheritdoc/>
    public override int DocId => _approximation.DocId;

    /// <inheritdoc/>
    public override long Cost => _approximation.Cost;

    /// <inheritdoc/>
    public override int NextDoc() => FirstMatch(_approximation.NextDoc());

    /// <inheritdoc/>
    public override int Advance(int target) => FirstMatch(_approximation.Advance(target));

    private int FirstMatch(int doc)
    {
        while (doc != NoMoreDocs && !_twoPhase.Matches())
        {
            doc = _approximation.NextDoc();
        }

        return doc;
    }
}
