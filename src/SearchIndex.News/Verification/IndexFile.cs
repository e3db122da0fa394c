namespace SearchIndex.News.Verification;

/// <summary>A file of an index.</summary>
/// <param name="Name">The name in the folder of the index.</param>
/// <param name="SizeBytes">The size in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, as 64 hexadecimal digits in lower case.</param>
public sealed record IndexFile(string Name, long SizeBytes, string Sha256);
