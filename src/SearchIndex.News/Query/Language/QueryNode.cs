namespace SearchIndex.News.Query.Language;

/// <summary>
/// A part of a query taken apart: a leaf, or a group of others. Two nodes are equal when they mean the same in the same words. The text
/// of a node is its canonical form: parsed again, it gives an equal node.
/// </summary>
public abstract record QueryNode
{
    /// <summary>Returns the canonical form, in the language of <see cref="QueryParser"/>.</summary>
    public sealed override string ToString() => QueryPrinter.Print(this);
}
