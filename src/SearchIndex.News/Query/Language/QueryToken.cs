namespace SearchIndex.News.Query.Language;

/// <summary>A piece of a query: an operator, or a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The operator as it was typed, or the value without quotes.</param>
internal sealed record QueryToken(QueryTokenKind Kind, string Text)
{
    /// <summary>Gets the field that a <see cref="QueryTokenKind.Field"/> names.</summary>
    public QueryField Field { get; init; }

    /// <summary>Gets the form of a value.</summary>
    public TextForm Form { get; init; }

    /// <summary>Gets the distance that stands behind a quoted value, or null.</summary>
    public int? Distance { get; init; }

    /// <summary>Gets whether the distance asks for the order as well.</summary>
    public bool IsOrdered { get; init; }
}
