namespace SearchIndex.News.Query;

/// <summary>Another version of an article that was found: a copy, a revision, the same text in the other script.</summary>
/// <param name="Id">The id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">When it was published, or null.</param>
public sealed record HitVersion(string Id, string Title, HitOutlet Outlet, DateTimeOffset? Published);
