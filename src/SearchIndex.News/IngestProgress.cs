namespace SearchIndex.News;

/// <summary>How far a rebuild or an update is.</summary>
/// <param name="FilesDone">Files read so far.</param>
/// <param name="FilesTotal">Files found that are to be read.</param>
/// <param name="Articles">Articles written so far.</param>
public readonly record struct IngestProgress(int FilesDone, int FilesTotal, int Articles);
