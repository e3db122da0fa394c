namespace SearchIndex.News.Query;

/// <summary>A marked place in a text.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">The number of UTF-16 units.</param>
public readonly record struct TextRange(int Start, int Length);
