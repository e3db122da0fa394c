namespace SearchIndex.News.Ingest;

/// <summary>A file that could not become an article. The rest goes on.</summary>
/// <param name="Path">The path below the given folder.</param>
/// <param name="Kind">What went wrong, for counting.</param>
/// <param name="Reason">What went wrong, for a person: what was wanted and what was there.</param>
public sealed record ArticleProblem(string Path, ArticleProblemKind Kind, string Reason);
