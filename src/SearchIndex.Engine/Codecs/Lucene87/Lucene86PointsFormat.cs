namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What reader and writer of points share (spec 10).
/// <code>
/// kdm := Header("Lucene86PointsFormatMeta", 0, id, "") (field:int Bkd)* -1:int kdiLength:long kddLength:long Footer
/// kdi := Header("Lucene86PointsFormatIndex", 0, id, "") packedIndex* Footer
/// kdd := Header("Lucene86PointsFormatData", 0, id, "") leaf* Footer
/// leaf := count:vint encoding:byte docs prefixLength:vint prefix:byte* dimension:byte rest
/// rest := nothing                        dimension -1: all values are the prefix
///       | (runLength:vint suffix)*       dimension -2: equal values lie together
///       | (label:byte runLength:byte suffix-behind-the-label*)*      dimension 0
/// </code>
/// Example of the values 0, 1000, 2000 in the documents 0, 1, 2:
/// <c>03 00 00 01 01 06 800000000000 00 | 00 01 00 | 03 01 e8 | 07 01 d0</c>. The packed index is described in <see cref="BkdIndexWriter"/>.
/// </summary>
internal static class Lucene86PointsFormat
{
    public const string MetaExtension = "kdm";
    public const string IndexExtension = "kdi";
    public const string DataExtension = "kdd";
    public const string MetaCodec = "Lucene86PointsFormatMeta";
    public const string IndexCodec = "Lucene86PointsFormatIndex";
    public const string DataCodec = "Lucene86PointsFormatData";
    public const int FormatVersion = 0;
    public const int EndOfFields = -1;

    public const string BkdCodec = "BKD";
    public const int BkdVersion = 9;

    /// <summary>How many points the writer puts into a leaf.</summary>
    public const int PointsPerLeaf = 512;

    /// <summary>Documents of a leaf in ascending order, as differences.</summary>
    public const byte AscendingDocs = 0;

    /// <summary>Documents of a leaf as three bytes each.</summary>
    public const byte ThreeByteDocs = 24;

    /// <summary>Documents of a leaf as four bytes each.</summary>
    public const byte FourByteDocs = 32;

    /// <summary>The largest document that three bytes hold.</summary>
    public const int LargestThreeByteDoc = (1 << 24) - 1;

    /// <summary>Says that all values of a leaf are equal.</summary>
    public const sbyte AllEqual = -1;

    /// <summary>Says that the values of a leaf are runs of equal ones.</summary>
    public const sbyte EqualRuns = -2;

    /// <summary>Returns how many of the leaves below a node lie in its left half: the tree is full but for its last level, from the left.</summary>
    public static int LeftLeaves(int leaves)
    {
        int full = 1 << System.Numerics.BitOperations.Log2((uint)leaves);
        return (full / 2) + Math.Min(leaves - full, full / 2);
    }
}
