namespace SearchIndex.News.Ingest;

/// <summary>The files that are copies of one article.</summary>
/// <param name="Identity">What they share: the canonical URL, else the path of the only file.</param>
/// <param name="Files">The files, at least one, in the order they were found.</param>
public sealed record ArticleGroup(string Identity, IReadOnlyList<SourceFile> Files);
