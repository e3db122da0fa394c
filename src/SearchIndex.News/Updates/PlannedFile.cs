using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>A file that the index is to be made of.</summary>
/// <param name="File">The file as it is now.</param>
/// <param name="Url">The canonical URL in its head, or null.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="Known">What the index knows of it; null for a new one.</param>
/// <param name="BytesCompared">How many bytes were read to tell what happened to it.</param>
internal sealed record PlannedFile(SourceFile File, string? Url, FileChange Change, ManifestEntry? Known, long BytesCompared)
{
    /// <summary>Gets whether the index is right about it.</summary>
    public bool IsUpToDate => Change is FileChange.Unchanged or FileChange.NotLookedAt;

    /// <summary>Gets whether it may have other bytes than the index knows.</summary>
    public bool HasNews => Change is FileChange.New or FileChange.Changed;
}
