namespace SearchIndex.News.Query.Language;

/// <summary>A part that must not match.</summary>
public sealed record NotNode : QueryNode
{
    private NotNode(QueryNode part)
    {
        Part = part;
    }

    /// <summary>Gets what must not match; never a <see cref="NotNode"/>.</summary>
    public QueryNode Part { get; }

    /// <summary>Returns the opposite of a part; of an exclusion, what it excludes.</summary>
    public static QueryNode Of(QueryNode part) => part is NotNode not ? not.Part : new NotNode(part);
}
