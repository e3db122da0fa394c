using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The points of a field in one dimension, in a tree of leaves; see <see cref="Lucene86PointsFormat"/>.</summary>
internal sealed class BkdPointValues(BkdEntry entry, IndexInput index, IndexInput data, int maxDoc) : PointValues
{
    public override long Count => entry.PointCount;

    public override int DocCount => entry.DocCount;

    public override int BytesPerPoint => entry.BytesPerDimension;

    public override ReadOnlySpan<byte> Min => entry.Min;

    public override ReadOnlySpan<byte> Max => entry.Max;

    public override void Intersect(PointVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        IndexInput packed = index.Slice(index.Name, entry.IndexStart, entry.IndexLength);
        var leaf = new BkdLeafReader(data.Clone(), entry.BytesPerDimension, entry.PointsPerLeaf, maxDoc);
        var root = new BkdCell(0, entry.LeafCount, 0, IsLeft: false, new byte[entry.BytesPerDimension], entry.Min, entry.Max);
        Walk(root, packed, leaf, visitor);
    }

    private static void Walk(BkdCell cell, IndexInput packed, BkdLeafReader leaf, PointVisitor visitor)
    {
        CellRelation relation = visitor.Compare(cell.Min, cell.Max);
        if (relation == CellRelation.Outside)
        {
            return;
        }

        packed.Position = cell.IndexOffset;
        if (cell.LeafCount == 1)
        {
            leaf.Visit(cell.IsLeft ? cell.LeafPointer : cell.LeafPointer + packed.ReadVInt64(), relation, visitor);
            return;
        }

        // The depth is the logarithm of the number of leaves, so that recursion is safe.
        (BkdCell left, BkdCell right) = Split(cell, packed);
        Walk(left, packed, leaf, visitor);
        Walk(right, packed, leaf, visitor);
    }

    private static (BkdCell Left, BkdCell Right) Split(BkdCell cell, IndexInput packed)
    {
        long leafPointer = cell.IsLeft ? cell.LeafPointer : cell.LeafPointer + packed.ReadVInt64();
        byte[] split = ReadSplit(cell, packed);
        int leftLeaves = Lucene86PointsFormat.LeftLeaves(cell.LeafCount);
        int leftLength = leftLeaves > 1 ? packed.ReadVInt32() : 0; // A left leaf needs no bytes.
        if (leftLength < 0 || leftLength > packed.Length - packed.Position)
        {
            throw new CorruptIndexException($"left half of {leftLength} bytes in an index of {packed.Length}", packed.Name, packed.Position);
        }

        long leftOffset = packed.Position;
        return (
            new BkdCell(leftOffset, leftLeaves, leafPointer, IsLeft: true, split, cell.Min, split),
            new BkdCell(leftOffset + leftLength, cell.LeafCount - leftLeaves, leafPointer, IsLeft: false, split, split, cell.Max));
    }

    // The split value shares a prefix with that of the parent; the first other byte is a difference, downwards in a left child.
    private static byte[] ReadSplit(BkdCell cell, IndexInput packed)
    {
        byte[] split = [.. cell.LastSplit];
        int code = packed.ReadVInt32();
        int prefix = code % (split.Length + 1);
        if (code < 0)
        {
            throw new CorruptIndexException($"split has code {code}", packed.Name, packed.Position);
        }

        if (prefix == split.Length)
        {
            return split;
        }

        int difference = code / (split.Length + 1);
        int first = cell.LastSplit[prefix] + (cell.IsLeft ? -difference : difference);
        if (first is < byte.MinValue or > byte.MaxValue)
        {
            throw new CorruptIndexException($"byte of a split value is {first}", packed.Name, packed.Position);
        }

        split[prefix] = (byte)first;
        packed.ReadSpan(split.Length - prefix - 1).CopyTo(split.AsSpan(prefix + 1));
        return split;
    }
}
