using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query.Status;

/// <summary>How many files could not become articles for one reason.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Files">The number of files.</param>
public sealed record ProblemCount(ArticleProblemKind Kind, int Files);
