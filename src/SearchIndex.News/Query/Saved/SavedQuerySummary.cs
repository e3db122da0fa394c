namespace SearchIndex.News.Query.Saved;

/// <summary>A saved query, and how much it finds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called for people.</param>
/// <param name="Query">The query.</param>
/// <param name="Articles">How many articles match in all, each version counted.</param>
/// <param name="NewCount">How many of them are listed as new.</param>
/// <param name="LastSeen">When the newest of these was first seen, or null when there is none.</param>
public sealed record SavedQuerySummary(string Name, string Title, string Query, int Articles, int NewCount, DateTimeOffset? LastSeen);
