namespace SearchIndex.Engine.Search;

/// <summary>
/// What is looked for. Immutable, equal by value, and free of any index: <see cref="CreateWeight"/> binds it to one. Safe for several
/// threads.
/// </summary>
public abstract record Query
{
    /// <summary>Binds this query to the statistics of an index. The query must have been rewritten.</summary>
    /// <param name="searcher">Knows the index and the similarity.</param>
    /// <param name="scoreMode">Whether scores are wanted.</param>
    /// <param name="boost">The product of the factors around this query, 0 or more.</param>
    public abstract Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost);

    /// <summary>Returns a simpler query with the same documents and scores, or this very one when there is none.</summary>
    public virtual Query Rewrite(IndexSearcher searcher) => this;

    /// <summary>Shows the visitor the leaves of this query.</summary>
    public virtual void Visit(QueryVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.VisitLeaf(this);
    }

    /// <summary>Returns a readable form in which terms of <paramref name="field"/> go without the name of their field.</summary>
    public abstract string ToString(string field);

    /// <inheritdoc/>
    public sealed override string ToString() => ToString(string.Empty);
}
