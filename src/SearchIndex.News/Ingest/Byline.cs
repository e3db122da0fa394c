namespace SearchIndex.News.Ingest;

/// <summary>Who wrote and who edited an article.</summary>
/// <param name="Author">The author, several of them parted by 、, or null.</param>
/// <param name="AuthorSource">Where the author was found.</param>
/// <param name="Editors">The editors, each once, in the order the text names them.</param>
internal sealed record Byline(string? Author, FactSource AuthorSource, IReadOnlyList<string> Editors);
