using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Finds the documents that have all terms of a phrase, then looks at positions; scores by how often the phrase occurs.</summary>
internal sealed class PhraseScorer : FrequencyScorer
{
    private readonly PhraseCheck _check;

    /// <summary>Creates the scorer; without a similarity the score is 0.</summary>
    /// <param name="cursors">A cursor for each slot of the phrase.</param>
    /// <param name="matcher">Finds the phrase in a document, with these cursors.</param>
    /// <param name="similarity">Scores by the frequency, or null.</param>
    /// <param name="norms">The norms of the field; null without a similarity.</param>
    public PhraseScorer(PhraseCursor[] cursors, PhraseMatcher matcher, SimScorer? similarity, NormLookup? norms)
        : base(similarity, norms)
    {
        _check = new PhraseCheck(cursors.Select(cursor => cursor.Postings), matcher, cursors.Length);
        Iterator = _check.AsIterator();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _check;

    /// <inheritdoc/>
    protected override int CurrentDoc => _check.Approximation.DocId;

    /// <inheritdoc/>
    protected override float SumFreq() => _check.SumFreq();
}
