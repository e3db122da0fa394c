using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Finds what one scorer finds and another does not; the score is that of the first.</summary>
internal sealed class ReqExclScorer : Scorer
{
    private readonly Scorer _required;

    /// <summary>Creates the scorer.</summary>
    public ReqExclScorer(Scorer required, Scorer excluded)
    {
        _required = required;
        TwoPhase = new Exclusion(required, excluded);
        Iterator = TwoPhase.AsIterator();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator TwoPhase { get; }

    /// <inheritdoc/>
    public override float Score() => _required.Score();

    /// <summary>Checks that the document is not excluded; dear checks come last.</summary>
    private sealed class Exclusion : TwoPhaseIterator
    {
        private readonly DocIdSetIterator _requiredDocuments;
        private readonly TwoPhaseIterator? _requiredCheck;
        private readonly DocIdSetIterator _excludedDocuments;
        private readonly TwoPhaseIterator? _excludedCheck;

        public Exclusion(Scorer required, Scorer excluded)
            : base(required.Approximation)
        {
            _requiredDocuments = Approximation;
            _requiredCheck = required.TwoPhase;
            _excludedDocuments = excluded.Approximation;
            _excludedCheck = excluded.TwoPhase;
            MatchCost = 1f + (_requiredCheck?.MatchCost ?? 0f) + (_excludedCheck?.MatchCost ?? 0f);
        }

        public override float MatchCost { get; }

        public override bool Matches()
        {
            int doc = _requiredDocuments.DocId;
            int excluded = _excludedDocuments.DocId;
            if (excluded < doc)
            {
                excluded = _excludedDocuments.Advance(doc);
            }

            bool mayBeExcluded = excluded == doc;
            if (mayBeExcluded && _excludedCheck is null)
            {
                return false;
            }

            if (_requiredCheck is not null && !_requiredCheck.Matches())
            {
                return false;
            }

            return !mayBeExcluded || !_excludedCheck!.Matches();
        }
    }
}
