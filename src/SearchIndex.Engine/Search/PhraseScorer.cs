using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Finds the documents that have all terms of a phrase, then looks at positions; scores by how often the phrase occurs.
/// </summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly Positions _positions;
    private readonly SimScorer? _similarity;
    private readonly NormLookup? _norms;

    /// <summary>Creates the scorer; without a similarity the score is 0.</summary>
    public PhraseScorer(PhraseCursor[] cursors, PhraseMatcher matcher, SimScorer? similarity, NormLookup? norms)
    {
        _positions = new Positions(new ConjunctionIterator(cursors.Select(cursor => cursor.Postings)), matcher, cursors.Length);
        _similarity = similarity;
        _norms = norms;
        Iterator = _positions.AsIterator();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _positions;

    /// <inheritdoc/>
    public override float Score() =>
        _similarity is null ? 0f : _similarity.Score(_positions.SumFreq(), _norms!.Get(_positions.Approximation.DocId));

    /// <summary>Returns how the score of the current document comes about; instead of <see cref="Score"/>.</summary>
    public Explanation Explain() => _similarity is null
        ? Explanation.Match(0f, "not scored")
        : _similarity.Explain(_positions.SumFreq(), _norms!.Get(_positions.Approximation.DocId));

    /// <summary>Checks that there is a match at all; counts the others when the score is wanted.</summary>
    private sealed class Positions : TwoPhaseIterator
    {
        // About as many operations as a position costs to decode and compare.
        private const float CostOfSlot = 32f;

        private readonly PhraseMatcher _matcher;

        public Positions(DocIdSetIterator approximation, PhraseMatcher matcher, int slots)
            : base(approximation)
        {
            _matcher = matcher;
            MatchCost = slots * CostOfSlot;
        }

        public override float MatchCost { get; }

        public override bool Matches()
        {
            _matcher.StartDocument();
            return _matcher.NextMatch();
        }

        public float SumFreq()
        {
            float freq = 0f;
            do
            {
                freq += _matcher.MatchWeight;
            }
            while (_matcher.NextMatch());
            return freq;
        }
    }
}
