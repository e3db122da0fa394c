using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>What a search found.</summary>
/// <param name="Hits">How many hits there are in all.</param>
/// <param name="Articles">How many articles, each version counted.</param>
/// <param name="Page">The documents of the page that was asked for.</param>
/// <param name="VersionsOf">Returns the other versions of a document that were found.</param>
internal sealed record FoundArticles(int Hits, int Articles, IReadOnlyList<ScoreDoc> Page, Func<int, IReadOnlyList<int>> VersionsOf);
