namespace SearchIndex.News.Ingest;

/// <summary>A file of an archive, not yet read.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="RelativePath">Its path below the folder that was given, with <c>/</c> between the parts; the source of an article.</param>
/// <param name="LengthBytes">Its length.</param>
/// <param name="LastWriteUtc">When it was last written.</param>
public sealed record SourceFile(string FullPath, string RelativePath, long LengthBytes, DateTime LastWriteUtc);
