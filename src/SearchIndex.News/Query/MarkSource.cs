using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Something to mark in the articles that were found.</summary>
/// <param name="Query">Finds the places.</param>
/// <param name="Exact">The characters that a place must have; null when folded ones will do.</param>
internal sealed record MarkSource(EngineQuery Query, string? Exact = null);
