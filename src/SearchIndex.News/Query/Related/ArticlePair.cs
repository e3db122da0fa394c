namespace SearchIndex.News.Query.Related;

/// <summary>Two articles to be read beside each other.</summary>
/// <param name="Article">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Shared">What of the body of the one stands in the other.</param>
/// <param name="OtherShared">What of the body of the other stands in the one.</param>
public sealed record ArticlePair(ArticleView Article, ArticleView Other, SharedText Shared, SharedText OtherShared);
