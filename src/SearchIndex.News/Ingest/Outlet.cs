namespace SearchIndex.News.Ingest;

/// <summary>A publisher of news.</summary>
/// <param name="Id">A short lower-case name, such as <c>dw</c>.</param>
/// <param name="Name">The name shown to readers, such as 德国之声.</param>
public sealed record Outlet(string Id, string Name);
