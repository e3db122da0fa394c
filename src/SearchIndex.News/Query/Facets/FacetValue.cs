namespace SearchIndex.News.Query.Facets;

/// <summary>One value of a facet.</summary>
/// <param name="Value">The value as the parameter of the search takes it: the id of an outlet, a script, a name, 2023 or 2023-05.</param>
/// <param name="Name">The value for people.</param>
/// <param name="Count">The articles that have it among those that the other facets let through.</param>
/// <param name="IsSelected">Whether the search is narrowed to it.</param>
public sealed record FacetValue(string Value, string Name, int Count, bool IsSelected);
