namespace SearchIndex.News.Query;

/// <summary>The outlet of a hit.</summary>
/// <param name="Id">The id, to filter by.</param>
/// <param name="Name">The name, to show.</param>
public sealed record HitOutlet(string Id, string Name);
