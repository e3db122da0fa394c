using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of a query whose score does not depend on statistics: a function from segment to scorer.</summary>
internal sealed class ConstantScoreWeight : Weight
{
    private readonly Func<LeafReaderContext, ConstantScoreScorer?> _scorerOf;

    /// <summary>Creates the weight.</summary>
    public ConstantScoreWeight(Query query, ScoreMode scoreMode, Func<LeafReaderContext, ConstantScoreScorer?> scorerOf)
        : base(query, scoreMode)
    {
        _scorerOf = scorerOf;
    }

    /// <summary>Gets what counts the live matches of a segment without a search, or gives -1; null when nothing can.</summary>
    public Func<LeafReaderContext, int>? CountOf { get; init; }

    /// <inheritdoc/>
    public override Scorer? Scorer(LeafReaderContext leaf) => _scorerOf(leaf);

    /// <inheritdoc/>
    public override int Count(LeafReaderContext leaf) => CountOf?.Invoke(leaf) ?? -1;
}
