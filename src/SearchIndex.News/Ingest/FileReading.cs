namespace SearchIndex.News.Ingest;

/// <summary>What one file was when it was read.</summary>
/// <param name="File">The file.</param>
/// <param name="Hash">The hash of its bytes; unknown when it could not be read, or changed since it was found.</param>
/// <param name="Problem">Why it could not become an article, or null.</param>
public sealed record FileReading(SourceFile File, ContentHash Hash, ArticleProblem? Problem);
