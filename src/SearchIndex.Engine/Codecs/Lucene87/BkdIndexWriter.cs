namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Packs the inner nodes of a tree of points (spec 10). A node splits its leaves in two halves at the first value of the right one.
/// <code>
/// root  := node
/// node  := [pointer:vlong]                                                    a leaf; nothing for a left child
///        | [pointer:vlong] code:vint suffix:byte* [leftLength:vint] left:node right:node
/// </code>
/// The pointer is the difference between the first leaf of the node and that of the nearest ancestor that is not a left child. The code
/// holds how many bytes the split value shares with that of the parent, and the difference of the next byte; the suffix is what follows.
/// </summary>
internal sealed class BkdIndexWriter(IReadOnlyList<long> leafPointers, IReadOnlyList<byte[]> firstValues)
{
    public byte[] Pack()
    {
        var packed = new BytesBuilder();
        Pack(packed, 0, leafPointers.Count, 0, isLeft: false, new byte[firstValues[0].Length]);
        return packed.Span.ToArray();
    }

    private void Pack(BytesBuilder packed, int first, int leaves, long pointerBase, bool isLeft, byte[] lastSplit)
    {
        if (!isLeft)
        {
            packed.WriteVInt64(leafPointers[first] - pointerBase);
            pointerBase = leafPointers[first];
        }

        if (leaves == 1)
        {
            return;
        }

        int leftLeaves = Lucene86PointsFormat.LeftLeaves(leaves);
        byte[] split = firstValues[first + leftLeaves];
        WriteSplit(packed, split, lastSplit, isLeft);
        if (leftLeaves > 1)
        {
            var left = new BytesBuilder();
            Pack(left, first, leftLeaves, pointerBase, isLeft: true, split);
            packed.WriteVInt32(left.Length);
            packed.WriteBytes(left.Span);
        }

        Pack(packed, first + leftLeaves, leaves - leftLeaves, pointerBase, isLeft: false, split);
    }

    private static void WriteSplit(BytesBuilder packed, byte[] split, byte[] lastSplit, bool isLeft)
    {
        int prefix = split.AsSpan().CommonPrefixLength(lastSplit);
        if (prefix == split.Length)
        {
            packed.WriteVInt32(prefix);
            return;
        }

        int difference = isLeft ? lastSplit[prefix] - split[prefix] : split[prefix] - lastSplit[prefix];
        packed.WriteVInt32((difference * (split.Length + 1)) + prefix);
        packed.WriteBytes(split.AsSpan(prefix + 1));
    }
}
