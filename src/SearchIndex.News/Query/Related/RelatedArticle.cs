using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query.Related;

/// <summary>An article that has to do with another.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">When it was published, or null.</param>
/// <param name="Script">Its script.</param>
public sealed record RelatedArticle(string Id, string Title, HitOutlet Outlet, DateTimeOffset? Published, ArticleScript Script);
