namespace SearchIndex.Engine.Search;

/// <summary>A disjunction whose score is the sum of the scores of those that match, in double precision (spec 13.2).</summary>
internal sealed class DisjunctionSumScorer : DisjunctionScorer
{
    /// <summary>Creates the scorer.</summary>
    public DisjunctionSumScorer(IReadOnlyList<Scorer> scorers, bool needsScores)
        : base(scorers, needsScores)
    {
    }

    /// <inheritdoc/>
    protected override float ScoreOf(ReadOnlySpan<int> matching, Scorer[] scorers)
    {
        double sum = 0;
        foreach (int index in matching)
        {
            sum += scorers[index].Score();
        }

        return (float)sum;
    }
}
