using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Finds what another query finds; the score is the boost.</summary>
public sealed record ConstantScoreQuery : Query
{
    /// <summary>Creates the query.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>Gets the query whose documents are found.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        Weight inner = Query.CreateWeight(searcher, ScoreMode.CompleteNoScores, 1f);
        return new ConstantScoreWeight(this, scoreMode, ScorerOf) { CountOf = inner.Count };

        ConstantScoreScorer? ScorerOf(LeafReaderContext leaf) =>
            inner.Scorer(leaf) is { } scorer ? new ConstantScoreScorer(boost, scorer) : null;
    }

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        Query inner = Query.Rewrite(searcher);
        return inner switch
        {
            MatchNoDocsQuery => inner,
            ConstantScoreQuery => inner,
            BoostQuery boosted => new ConstantScoreQuery(boosted.Query),
            _ => ReferenceEquals(inner, Query) ? this : new ConstantScoreQuery(inner),
        };
    }

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor) => Query.Visit(visitor);

    /// <inheritdoc/>
    public override string ToString(string field) => "ConstantScore(" + Query.ToString(field) + ")";
}
