namespace SearchIndex.News.Query.Facets;

/// <summary>The articles of one outlet in one step of a <see cref="Timeline"/>.</summary>
/// <param name="Outlet">The id of the outlet.</param>
/// <param name="Found">How many match.</param>
/// <param name="Published">How many the archive has of it in this step: what <paramref name="Found"/> is a share of.</param>
public sealed record TimelineCount(string Outlet, int Found, int Published);
