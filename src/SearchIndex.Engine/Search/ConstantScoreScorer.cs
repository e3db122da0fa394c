using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Gives every document of a walk the same score.</summary>
internal sealed class ConstantScoreScorer : Scorer
{
    private readonly float _score;

    /// <summary>Creates the scorer over plain documents.</summary>
    public ConstantScoreScorer(float score, DocIdSetIterator documents)
    {
        _score = score;
        Iterator = documents;
    }

    /// <summary>Creates the scorer over documents that are checked.</summary>
    public ConstantScoreScorer(float score, TwoPhaseIterator twoPhase)
        : this(score, twoPhase.AsIterator())
    {
        TwoPhase = twoPhase;
    }

    /// <summary>Creates the scorer over the documents of another.</summary>
    public ConstantScoreScorer(float score, Scorer documents)
        : this(score, documents.Iterator)
    {
        TwoPhase = documents.TwoPhase;
    }

    /// <inheritdoc/>
    public override DocIdSetIterator Iterator { get; }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase { get; }

    /// <inheritdoc/>
    public override float Score() => _score;
}
