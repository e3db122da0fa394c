namespace SearchIndex.News.Query.Language;

/// <summary>Parts that must all match.</summary>
public sealed record AndNode : GroupNode
{
    private AndNode(IReadOnlyList<QueryNode> parts)
        : base(parts)
    {
    }

    /// <summary>Puts parts together: none is everything, one is itself.</summary>
    public static QueryNode Of(IEnumerable<QueryNode> parts) => Flatten<AndNode>(parts.Where(part => part is not AllNode)) switch
    {
        [] => AllNode.Instance,
        [QueryNode single] => single,
        IReadOnlyList<QueryNode> several => new AndNode(several),
    };
}
