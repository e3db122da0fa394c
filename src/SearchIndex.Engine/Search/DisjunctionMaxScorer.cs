namespace SearchIndex.Engine.Search;

/// <summary>A disjunction whose score is the best of those that match, plus a part of the sum of the others (spec 13.2).</summary>
internal sealed class DisjunctionMaxScorer : DisjunctionScorer
{
    private readonly float _tieBreaker;

    /// <summary>Creates the scorer.</summary>
    public DisjunctionMaxScorer(IReadOnlyList<Scorer> scorers, float tieBreaker, bool needsScores)
        : base(scorers, needsScores)
    {
        _tieBreaker = tieBreaker;
    }

    /// <inheritdoc/>
    protected override float ScoreOf(ReadOnlySpan<int> matching, Scorer[] scorers)
    {
        float best = 0f;
        double others = 0;
        foreach (int index in matching)
        {
            float score = scorers[index].Score();
            if (score >= best)
            {
                others += best;
                best = score;
            }
            else
            {
                others += score;
            }
        }

        return (float)(best + (others * _tieBreaker));
    }
}
