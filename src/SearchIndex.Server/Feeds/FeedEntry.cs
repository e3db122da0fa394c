using SearchIndex.News.Query;

namespace SearchIndex.Server.Feeds;

/// <summary>A hit in a feed.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Date">What the feed goes by: when it was published, or first seen; null when that is not known.</param>
internal sealed record FeedEntry(SearchHit Hit, DateTimeOffset? Date);
