using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Checks in documents that may have a phrase that it occurs at all; counts the other places when the score is wanted.</summary>
internal sealed class PhraseCheck : TwoPhaseIterator
{
    // About as many operations as a position costs to decode and compare.
    private const float CostOfSlot = 32f;

    private readonly PhraseMatcher _matcher;

    /// <summary>Creates the check.</summary>
    /// <param name="agreeing">The postings that have to agree on a document before the matcher looks at it.</param>
    /// <param name="matcher">Finds the phrase in a document.</param>
    /// <param name="slots">How many slots the phrase has.</param>
    public PhraseCheck(IEnumerable<DocIdSetIterator> agreeing, PhraseMatcher matcher, int slots)
        : base(new ConjunctionIterator(agreeing))
    {
        _matcher = matcher;
        MatchCost = slots * CostOfSlot;
    }

    /// <inheritdoc/>
    public override float MatchCost { get; }

    /// <inheritdoc/>
    public override bool Matches()
    {
        _matcher.StartDocument();
        return _matcher.NextMatch();
    }

    /// <summary>Returns how often the phrase occurs in the current document, which matches; sloppy matches count less.</summary>
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
