namespace SearchIndex.News.Query.Saved;

/// <summary>What an article is called.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record ArticleTitle(string Id, string Title);
