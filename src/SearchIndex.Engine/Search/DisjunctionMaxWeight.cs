using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of a <see cref="DisjunctionMaxQuery"/>.</summary>
internal sealed class DisjunctionMaxWeight : Weight
{
    private readonly Weight[] _weights;
    private readonly float _tieBreaker;

    /// <summary>Creates the weight and those of the disjuncts.</summary>
    public DisjunctionMaxWeight(DisjunctionMaxQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query, scoreMode)
    {
        _weights = [.. query.Disjuncts.Select(disjunct => disjunct.CreateWeight(searcher, scoreMode, boost))];
        _tieBreaker = query.TieBreaker;
    }

    /// <inheritdoc/>
    public override Scorer? Scorer(LeafReaderContext leaf)
    {
        Scorer[] scorers = [.. _weights.Select(weight => weight.Scorer(leaf)).OfType<Scorer>()];
        return scorers.Length switch
        {
            0 => null,
            1 => scorers[0],
            _ => new DisjunctionMaxScorer(scorers, _tieBreaker, NeedsScores),
        };
    }

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        Explanation[] details = [.. _weights.Select(weight => weight.Explain(leaf, doc)).Where(detail => detail.IsMatch)];
        return Explanation.Match(scorer.Score(), $"best of, plus {_tieBreaker} times the others", details);
    }
}
