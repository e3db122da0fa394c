namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>A place of a <see cref="PlainPattern"/> in a text.</summary>
/// <param name="First">The number of the first character or word.</param>
/// <param name="Behind">The number behind the last.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The UTF-16 unit behind the last.</param>
internal readonly record struct PlainMatch(int First, int Behind, int Start, int End);
