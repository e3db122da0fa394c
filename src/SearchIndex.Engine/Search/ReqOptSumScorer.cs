using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds what one scorer finds; the score is its own plus, where an optional one matches too, the score of that: an addition in single
/// precision (spec 13.2).
/// </summary>
internal sealed class ReqOptSumScorer : Scorer
{
    private readonly Scorer _required;
    private readonly Scorer _optional;
    private readonly DocIdSetIterator _requiredDocuments;
    private readonly DocIdSetIterator _optionalDocuments;
    private readonly TwoPhaseIterator? _optionalCheck;

    /// <summary>Creates the scorer.</summary>
    public ReqOptSumScorer(Scorer required, Scorer optional)
    {
        _required = required;
        _optional = optional;
        _requiredDocuments = required.Approximation;
        _optionalDocuments = optional.Approximation;
        _optionalCheck = optional.TwoPhase;
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator => _required.Iterator;

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _required.TwoPhase;

    /// <inheritdoc/>
    public override float Score()
    {
        float score = _required.Score();
        int doc = _requiredDocuments.DocId;
        int optional = _optionalDocuments.DocId;
        if (optional < doc)
        {
            optional = _optionalDocuments.Advance(doc);
        }

        bool matches = optional == doc && (_optionalCheck is null || _optionalCheck.Matches());
        return matches ? score + _optional.Score() : score;
    }
}
