namespace SearchIndex.News.Query.Facets;

/// <summary>
/// The values of a property among the articles that match the query and all other facets; the facet's own choice does not narrow it. The
/// counts of the values, <paramref name="Other"/> and <paramref name="Missing"/> add up to the number of these articles, which is the
/// number of articles found unless the facet itself narrows.
/// </summary>
/// <param name="Kind">The property.</param>
/// <param name="Values">The values: the most frequent first, years and months in order; those chosen always.</param>
/// <param name="Other">The articles with values that are not listed.</param>
/// <param name="Missing">The articles without a value.</param>
public sealed record Facet(FacetKind Kind, IReadOnlyList<FacetValue> Values, int Other, int Missing);
