namespace SearchIndex.Server.Feeds;

/// <summary>The formats of feeds.</summary>
internal enum FeedFormat
{
    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>RSS 2.0.</summary>
    Rss,
}
