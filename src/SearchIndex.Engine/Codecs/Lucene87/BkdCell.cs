namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A node of the tree of points, with what the way to it tells.</summary>
/// <param name="IndexOffset">Where its bytes start in the packed index.</param>
/// <param name="LeafCount">The leaves below it; 1 for a leaf.</param>
/// <param name="LeafPointer">Where the first leaf of the nearest ancestor that is not a left child starts, or 0.</param>
/// <param name="IsLeft">Whether it is a left child, which shares its first leaf with its parent.</param>
/// <param name="LastSplit">The split value of the parent.</param>
/// <param name="Min">The smallest value that may lie here.</param>
/// <param name="Max">The largest value that may lie here.</param>
internal sealed record BkdCell(long IndexOffset, int LeafCount, long LeafPointer, bool IsLeft, byte[] LastSplit, byte[] Min, byte[] Max);
