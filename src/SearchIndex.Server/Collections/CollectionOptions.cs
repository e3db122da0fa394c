namespace SearchIndex.Server.Collections;

/// <summary>What the service needs to know of one of its archives: where its index is, and what the index is made of.</summary>
public sealed record CollectionOptions
{
    /// <summary>Gets the name, which is part of addresses; empty for the only archive of a service. <see cref="CollectionName"/> says what it may be.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the address below which all that belongs to it is: <c>/collections/NAME</c>; empty, for the root, without a name.</summary>
    public string Path => Name.Length == 0 ? string.Empty : $"{CollectionRoutes.Path}/{Name}";

    /// <summary>Gets the title for readers; null for the name.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the folder of the index. It need not hold one yet; the service picks it up when it does.</summary>
    public required string IndexFolder { get; init; }

    /// <summary>Gets the files and folders that the service keeps the index up to date with; none by default.</summary>
    public IReadOnlyList<string> WatchedPaths { get; init; } = [];

    /// <summary>Gets the files and folders that tasks build the index of, besides those that are watched and the inbox; none by default.</summary>
    public IReadOnlyList<string> ArchivePaths { get; init; } = [];

    /// <summary>Gets the folder in which articles that come over HTTP are kept as files, or null: then none are taken.</summary>
    public string? InboxFolder { get; init; }

    /// <summary>Gets whether the service knows of which files to build the index.</summary>
    public bool HasArchive => ArchivePaths.Count + WatchedPaths.Count > 0;

    /// <summary>Gets all files and folders that the index is to be made of.</summary>
    public IReadOnlyList<string> SourcePaths => [.. ArchivePaths.Concat(WatchedPaths).Distinct(StringComparer.Ordinal), .. Inbox];

    /// <summary>Gets the files and folders that are looked at again and again; none when nothing is to be watched.</summary>
    internal IReadOnlyList<string> FollowedPaths => WatchedPaths.Count == 0 ? [] : [.. WatchedPaths, .. Inbox];

    /// <summary>Gets the file of regional variants, or null for those that are part of the program. It is read again when it changes.</summary>
    public string? VariantsFile { get; init; }

    /// <summary>Gets the file of saved queries, or null for none. It is read again when it changes.</summary>
    public string? QueriesFile { get; init; }

    private IReadOnlyList<string> Inbox => InboxFolder is null ? [] : [InboxFolder];
}
