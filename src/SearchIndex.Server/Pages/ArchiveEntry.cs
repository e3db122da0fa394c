using SearchIndex.News.Query;

namespace SearchIndex.Server.Pages;

/// <summary>One of several archives, as the page that lists them shows it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Path">The path below which it is served, without a slash at the end, escaped as in addresses.</param>
/// <param name="Stats">What it holds; null while it has no index.</param>
internal sealed record ArchiveEntry(string Title, string Path, IndexStats? Stats);
