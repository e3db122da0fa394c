namespace SearchIndex.News;

/// <summary>How far a rebuild is.</summary>
/// <param name="FilesDone">Files read so far.</param>
/// <param name="FilesTotal">Files found.</param>
public readonly record struct IngestProgress(int FilesDone, int FilesTotal);
