using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>The weight of a <see cref="BooleanQuery"/>: picks the scorer that suits the clauses.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly BooleanQuery _query;
    private readonly Weight[] _weights;

    /// <summary>Creates the weight and those of the clauses; clauses that do not count are bound without scores.</summary>
    public BooleanWeight(BooleanQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query, scoreMode)
    {
        _query = query;
        _weights = new Weight[query.Clauses.Count];
        for (int index = 0; index < _weights.Length; index++)
        {
            BooleanClause clause = query.Clauses[index];
            ScoreMode clauseMode = clause.Occur is Occur.Must or Occur.Should ? scoreMode : ScoreMode.CompleteNoScores;
            _weights[index] = clause.Query.CreateWeight(searcher, clauseMode, boost);
        }
    }

    /// <inheritdoc/>
    public override Scorer? Scorer(LeafReaderContext leaf) => BooleanScorers.For(_query, _weights, leaf)?.Combine(NeedsScores);

    /// <inheritdoc/>
    public override BulkScorer? BulkScorer(LeafReaderContext leaf)
    {
        if (BooleanScorers.For(_query, _weights, leaf) is not { } scorers)
        {
            return null;
        }

        if (scorers.IsConjunctionOfTerms)
        {
            return new ConjunctionBulkScorer(scorers.Required, scorers.RequiredScoring, NeedsScores);
        }

        return scorers.Disjunction is { } clauses
            ? new DisjunctionBulkScorer(clauses, scorers.Filters, scorers.CombineExcluded(), NeedsScores)
            : new DefaultBulkScorer(scorers.Combine(NeedsScores), NeedsScores);
    }

    /// <inheritdoc/>
    protected override Explanation ExplainMatch(LeafReaderContext leaf, int doc, Scorer scorer)
    {
        var details = new List<Explanation>();
        for (int index = 0; index < _weights.Length; index++)
        {
            if (_query.Clauses[index].Occur is not (Occur.Must or Occur.Should))
            {
                continue;
            }

            Explanation detail = _weights[index].Explain(leaf, doc);
            if (detail.IsMatch)
            {
                details.Add(detail);
            }
        }

        return Explanation.Match(scorer.Score(), "sum of", details);
    }
}
