namespace SearchIndex.Engine.Search;

/// <summary>Walks over the parts of a query, see <see cref="Query.Visit"/>.</summary>
public abstract class QueryVisitor
{
    /// <summary>Receives a query that holds no other.</summary>
    public abstract void VisitLeaf(Query query);

    /// <summary>
    /// Returns the visitor for the clauses of one kind in a boolean query, or null to leave them out. By default the clauses that a
    /// document must not match are left out.
    /// </summary>
    public virtual QueryVisitor? ForClauses(Occur occur) => occur == Occur.MustNot ? null : this;
}
