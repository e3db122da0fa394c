namespace SearchIndex.Server.Tasks;

/// <summary>How far a task is.</summary>
/// <param name="FilesDone">Files read so far.</param>
/// <param name="FilesTotal">Files that are to be read.</param>
/// <param name="Articles">Articles written so far; they are found when the task is done.</param>
public sealed record TaskProgress(int FilesDone, int FilesTotal, int Articles);
