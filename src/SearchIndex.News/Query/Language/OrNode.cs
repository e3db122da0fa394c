namespace SearchIndex.News.Query.Language;

/// <summary>Parts of which one must match.</summary>
public sealed record OrNode : GroupNode
{
    private OrNode(IReadOnlyList<QueryNode> parts)
        : base(parts)
    {
    }

    /// <summary>Puts one or more parts together; one is itself.</summary>
    public static QueryNode Of(IEnumerable<QueryNode> parts) => Flatten<OrNode>(parts) switch
    {
        [QueryNode single] => single,
        IReadOnlyList<QueryNode> several => new OrNode(several),
    };
}
