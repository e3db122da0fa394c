namespace SearchIndex.Engine.Search;

/// <summary>
/// Gives another query a label, by which a highlighter tells where it matched; documents and scores are those of the other. It may also
/// stand around the query of a <see cref="ProximityForm"/>.
/// </summary>
public sealed record NamedQuery : Query
{
    /// <summary>Creates the query.</summary>
    /// <param name="label">The label; several queries may have the same.</param>
    /// <param name="query">The query that is labelled.</param>
    public NamedQuery(string label, Query query)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(query);
        Label = label;
        Query = query;
    }

    /// <summary>Gets the label.</summary>
    public string Label { get; }

    /// <summary>Gets the query that is labelled.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        Query.CreateWeight(searcher, scoreMode, boost);

    /// <summary>Returns the query without its label: a search has no use for it.</summary>
    public override Query Rewrite(IndexSearcher searcher) => Query.Rewrite(searcher);

    /// <inheritdoc/>
    public override void Visit(QueryVisitor visitor) => Query.Visit(visitor);

    /// <inheritdoc/>
    public override string ToString(string field) => Label + "=" + QueryFormat.Nested(Query, field);
}
