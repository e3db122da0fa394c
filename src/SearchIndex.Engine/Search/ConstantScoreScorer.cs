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
    internal override PostingsEnum? Postings => Iterator as PostingsEnum;

    /// <inheritdoc/>
    public override float Score() => _score;

    /// <inheritdoc/>
    internal override void ScoreBatch(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores) => scores[..docs.Length].Fill(_score);

    /// <inheritdoc/>
    internal override int NextBatch(int upTo, Span<int> docs, Span<float> scores)
    {
        if (Postings is not { } postings)
        {
            return base.NextBatch(upTo, docs, scores);
        }

        int count = postings.NextDocs(upTo, docs, []);
        if (!scores.IsEmpty)
        {
            scores[..count].Fill(_score);
        }

        return count;
    }

    /// <inheritdoc/>
    internal override float MaxScore(int from, int upTo) => _score;
}
