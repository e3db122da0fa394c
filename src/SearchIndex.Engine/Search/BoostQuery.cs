namespace SearchIndex.Engine.Search;

/// <summary>Multiplies the score of another query.</summary>
public sealed record BoostQuery : Query
{
    /// <summary>Creates the query.</summary>
    /// <param name="query">The query whose score is multiplied.</param>
    /// <param name="boost">The factor, finite and not negative.</param>
    public BoostQuery(Query query, float boost)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!float.IsFinite(boost) || boost < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(boost), boost, "a boost must be finite and not negative");
        }

        Query = query;
        Boost = boost;
    }

    /// <summary>Gets the query whose score is multiplied.</summary>
    public Query Query { get; }

    /// <summary>Gets the factor.</summary>
    public float Boost { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        return Query.CreateWeight(searcher, scoreMode, Boost * boost);
    }

    /// <inheritdoc/>
    public override Query Rewrite(IndexSearcher searcher)
    {
        Query inner = Query.Rewrite(searcher);
        if (Boost == 1f || inner is MatchNoDocsQuery)
        {
            return inner;
        }

        if (inner is BoostQuery { Boost: float innerBoost } boosted && float.IsFinite(Boost * innerBoost))
        {
            return new BoostQuery(boosted.Query, Boost * innerBoost);
        }

        return ReferenceEquals(inner, Query) ? this : new BoostQuery(inner, Boost);
    }

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor) => Query.Visit(visitor);

    /// <inheritdoc/>
    public override string ToString(string field) => QueryFormat.Nested(Query, field) + QueryFormat.Boost(Boost);
}
