namespace SearchIndex.News.Snapshots;

/// <summary>A copy of an index as it was at one commit: a folder that is an index itself.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Generation">The generation of the commit.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="SizeBytes">The bytes of its files. Those that it shares with the index take no space of their own.</param>
/// <param name="Created">When it was made.</param>
public sealed record IndexCopy(string Name, string Folder, long Generation, int Articles, long SizeBytes, DateTimeOffset Created);
