namespace SearchIndex.News.Query;

/// <summary>How many articles match.</summary>
/// <param name="Value">The number.</param>
/// <param name="Relation"><c>eq</c> when the number is exact; <c>gte</c> when the search ended at its deadline: there may be more.</param>
public readonly record struct HitTotal(int Value, string Relation = HitTotal.Exact)
{
    /// <summary>The relation of an exact number.</summary>
    public const string Exact = "eq";

    /// <summary>The relation of a number that may be too small.</summary>
    public const string AtLeast = "gte";
}
