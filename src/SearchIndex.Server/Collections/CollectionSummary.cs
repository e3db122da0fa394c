namespace SearchIndex.Server.Collections;

/// <summary>One archive of the service, for those who choose among them.</summary>
/// <param name="Name">The name; empty for the only archive of a service.</param>
/// <param name="Title">The title for readers; null when the only archive has none.</param>
/// <param name="Path">The address below which the archive has its pages and its API; empty for the root of the service.</param>
/// <param name="Articles">How many articles there are; null while there is no index.</param>
/// <param name="Version">What answers of the archive depend on; null while there is no index.</param>
internal sealed record CollectionSummary(string Name, string? Title, string Path, int? Articles, string? Version)
{
    /// <summary>Returns what is to be told of an archive.</summary>
    public static CollectionSummary Of(Collection collection) =>
        new(collection.Name, collection.Title, collection.Path, collection.Index.Stats?.Articles, collection.Index.Version);
}
