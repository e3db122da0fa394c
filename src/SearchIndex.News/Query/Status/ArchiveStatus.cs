using SearchIndex.News.Query.Facets;

namespace SearchIndex.News.Query.Status;

/// <summary>What a commit of the index is made of.</summary>
/// <param name="Stats">What it holds.</param>
/// <param name="Version">What tells it from all other commits.</param>
/// <param name="Months">The articles of each month and outlet: all of them match. Months without an article are left out.</param>
/// <param name="Problems">The files that could not become articles, by kind, the most frequent first; null when the index does not say.</param>
public sealed record ArchiveStatus(IndexStats Stats, string Version, Timeline Months, IReadOnlyList<ProblemCount>? Problems);
