namespace SearchIndex.News.Query.Language;

/// <summary>Everything: what an empty query asks for.</summary>
public sealed record AllNode : QueryNode
{
    private AllNode()
    {
    }

    /// <summary>Gets the only one.</summary>
    public static AllNode Instance { get; } = new();
}
