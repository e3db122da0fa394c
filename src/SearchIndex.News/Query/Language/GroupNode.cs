namespace SearchIndex.News.Query.Language;

/// <summary>Several parts that go together in one way. Never holds fewer than two, nor a group of its own kind.</summary>
public abstract record GroupNode : QueryNode
{
    private protected GroupNode(IReadOnlyList<QueryNode> parts)
    {
        Parts = parts;
    }

    /// <summary>Gets the parts in the order in which they were typed.</summary>
    public IReadOnlyList<QueryNode> Parts { get; }

    /// <inheritdoc/>
    public virtual bool Equals(GroupNode? other) => other is not null && EqualityContract == other.EqualityContract && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(EqualityContract);
        foreach (QueryNode part in Parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <summary>Opens groups of the same kind.</summary>
    private protected static IReadOnlyList<QueryNode> Flatten<T>(IEnumerable<QueryNode> parts)
        where T : GroupNode => [.. parts.SelectMany(part => part is T group ? group.Parts : [part])];
}
