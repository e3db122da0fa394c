namespace SearchIndex.News.Query.Language;

/// <summary>How large a query may be. What goes beyond is left out, with a notice.</summary>
/// <param name="Length">The UTF-16 units, 0 or more.</param>
/// <param name="Parts">The values, 0 or more.</param>
/// <param name="Nesting">The parentheses in each other, 0 or more.</param>
public sealed record QueryLimits(int Length, int Parts, int Nesting)
{
    /// <summary>Gets the limits of the service.</summary>
    public static QueryLimits Default { get; } = new(SearchRequest.MaxQueryLength, Parts: 100, Nesting: 20);
}
