namespace SearchIndex.News.Ingest;

/// <summary>A date and where it was found.</summary>
/// <param name="Value">The date in UTC, whole milliseconds, or null.</param>
/// <param name="Evidence">Where it was found.</param>
internal readonly record struct PublishedDate(DateTimeOffset? Value, PublishedEvidence Evidence)
{
    internal static readonly PublishedDate None = new(null, PublishedEvidence.None);
}
