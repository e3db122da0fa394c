namespace SearchIndex.News.Provenance;

/// <summary>
/// Where a text stands in the file that it was read from, as the file was when it was indexed. The bytes without those left out, read as
/// UTF-8, are the text once markup is stripped, character references are decoded and white space is as in the text.
/// </summary>
/// <param name="Path">The file, by its path below the folder that was indexed.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte behind the last.</param>
/// <param name="LeftOut">Spans in between with text that is no part of the article, such as captions given twice; most often none.</param>
public sealed record SourceRange(string Path, int Start, int End, IReadOnlyList<ByteSpan> LeftOut);
