namespace SearchIndex.News.Query;

/// <summary>How many articles an outlet has.</summary>
/// <param name="Id">The id of the outlet.</param>
/// <param name="Name">Its name.</param>
/// <param name="Articles">The number of its articles.</param>
public sealed record OutletCount(string Id, string Name, int Articles);
