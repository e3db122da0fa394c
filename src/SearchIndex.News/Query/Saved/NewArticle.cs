namespace SearchIndex.News.Query.Saved;

/// <summary>An article that a saved query finds and that was not there before.</summary>
/// <param name="FirstSeen">When it was first seen in the index.</param>
/// <param name="Hit">The article.</param>
public sealed record NewArticle(DateTimeOffset FirstSeen, SearchHit Hit);
