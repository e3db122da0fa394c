namespace SearchIndex.News.Query.Language;

/// <summary>Texts that stand near each other.</summary>
public sealed record NearNode : QueryNode
{
    /// <summary>The largest distance that can be asked for.</summary>
    public const int MaxDistance = 1_000;

    /// <summary>Creates the node.</summary>
    /// <param name="field">Where the texts are looked for.</param>
    /// <param name="texts">The texts, two or more, none with white space.</param>
    /// <param name="distance">How many characters may stand between them in all, 0 to <see cref="MaxDistance"/>.</param>
    /// <param name="isOrdered">Whether they must come in this order.</param>
    public NearNode(QueryField field, IReadOnlyList<string> texts, int distance, bool isOrdered)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(texts.Count, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, MaxDistance);
        Field = field;
        Texts = texts;
        Distance = distance;
        IsOrdered = isOrdered;
    }

    /// <summary>Gets where the texts are looked for.</summary>
    public QueryField Field { get; }

    /// <summary>Gets the texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Gets how many characters may stand between them in all.</summary>
    public int Distance { get; }

    /// <summary>Gets whether they must come in this order.</summary>
    public bool IsOrdered { get; }

    /// <inheritdoc/>
    public bool Equals(NearNode? other) =>
        other is not null && Field == other.Field && Distance == other.Distance && IsOrdered == other.IsOrdered
        && Texts.SequenceEqual(other.Texts, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Distance, IsOrdered, string.Join(' ', Texts));
}
