using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>What the index knows of one file of the archive.</summary>
/// <param name="File">The file as it was when it was read; <see cref="UnsettledTime"/> for its time when it was too young to be trusted.</param>
/// <param name="Hash">The hash of its bytes, or unknown: then it is read again.</param>
/// <param name="Url">The canonical URL in its head, or null.</param>
/// <param name="ArticleId">The id of the article that it is a copy of, whether it could be read or not.</param>
/// <param name="Problem">Why it could not become an article, or null.</param>
internal sealed record ManifestEntry(SourceFile File, ContentHash Hash, string? Url, ulong ArticleId, ArticleProblemKind? Problem)
{
    /// <summary>
    /// Stands for the time of a file that was written moments before it was read. It may be written again within the same tick of its file
    /// system's clock, so time and size would not tell; its hash does.
    /// </summary>
    public static readonly DateTime UnsettledTime = new(0, DateTimeKind.Utc);

    /// <summary>Gets whether the entry may be trusted when size and time are the same.</summary>
    public bool IsSettled => File.LastWriteUtc != UnsettledTime && !Hash.IsUnknown && Problem != ArticleProblemKind.Unreadable;
}
