using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of the tree of a field (spec 10).
/// <code>
/// bkd := PlainHeader("BKD", 9) dimensions:vint indexDimensions:vint pointsPerLeaf:vint bytesPerDimension:vint leaves:vint min max
///        points:vlong documents:vint indexLength:vint firstLeaf:long indexStart:long
/// </code>
/// </summary>
internal sealed class BkdEntry
{
    private const int MaxDimensions = 16;
    private const int MaxBytesPerDimension = 16;
    private const int MaxPointsPerLeaf = 1 << 20;

    private BkdEntry(IndexInput meta, FieldInfo field, int maxDoc, long indexFileLength)
    {
        CodecUtil.CheckHeader(meta, Lucene86PointsFormat.BkdCodec, Lucene86PointsFormat.BkdVersion, Lucene86PointsFormat.BkdVersion);
        Dimensions = meta.ReadVInt32();
        int indexDimensions = meta.ReadVInt32();
        PointsPerLeaf = meta.ReadVInt32();
        BytesPerDimension = meta.ReadVInt32();
        LeafCount = meta.ReadVInt32();
        bool shaped = Dimensions == field.PointDimensionCount && indexDimensions == field.PointIndexDimensionCount
            && BytesPerDimension == field.PointNumBytes
            && Dimensions is >= 1 and <= MaxDimensions && indexDimensions >= 1 && indexDimensions <= Dimensions
            && BytesPerDimension is >= 1 and <= MaxBytesPerDimension
            && PointsPerLeaf is >= 1 and <= MaxPointsPerLeaf && LeafCount >= 1;
        if (!shaped)
        {
            throw new CorruptIndexException(
                $"points of field {field.Name} have {Dimensions}/{indexDimensions} dimensions of {BytesPerDimension} bytes, "
                + $"{LeafCount} leaves of {PointsPerLeaf}", meta.Name, meta.Position);
        }

        Min = meta.ReadSpan(indexDimensions * BytesPerDimension).ToArray();
        Max = meta.ReadSpan(indexDimensions * BytesPerDimension).ToArray();
        PointCount = meta.ReadVInt64();
        DocCount = meta.ReadVInt32();
        IndexLength = meta.ReadVInt32();
        _ = meta.ReadInt64(); // The first leaf, which the packed index names too.
        IndexStart = meta.ReadInt64();

        // Each leaf but the first costs the index a byte or more, so a wild number of leaves shows here.
        bool plausible = DocCount >= 1 && DocCount <= maxDoc && PointCount >= DocCount
            && PointCount <= (long)LeafCount * PointsPerLeaf && LeafCount <= IndexLength
            && IndexStart >= 0 && IndexStart <= indexFileLength - IndexLength;
        if (!plausible)
        {
            throw new CorruptIndexException(
                $"{PointCount} points of {DocCount} documents in {LeafCount} leaves, index of {IndexLength} bytes at {IndexStart}",
                meta.Name,
                meta.Position);
        }
    }

    public int Dimensions { get; }

    public int PointsPerLeaf { get; }

    public int BytesPerDimension { get; }

    public int LeafCount { get; }

    public byte[] Min { get; }

    public byte[] Max { get; }

    public long PointCount { get; }

    public int DocCount { get; }

    public int IndexLength { get; }

    public long IndexStart { get; }

    public static BkdEntry Read(IndexInput meta, FieldInfo field, int maxDoc, long indexFileLength) =>
        new(meta, field, maxDoc, indexFileLength);
}
