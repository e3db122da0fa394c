using System.Buffers.Binary;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Shows the points of leaves to a visitor; see <see cref="Lucene86PointsFormat"/> for the layout. For one walk.</summary>
internal sealed class BkdLeafReader(IndexInput data, int bytesPerPoint, int pointsPerLeaf, int maxDoc)
{
    private readonly byte[] _value = new byte[bytesPerPoint];
    private int[] _docs = [];

    /// <summary>Shows a leaf: its documents where it lies inside of what is looked for, else its points.</summary>
    public void Visit(long pointer, CellRelation relation, PointVisitor visitor)
    {
        data.Position = pointer;
        int count = data.ReadVInt32();
        if (count < 1 || count > pointsPerLeaf)
        {
            throw new CorruptIndexException($"leaf of {count} points, {pointsPerLeaf} at most", data.Name, pointer);
        }

        ReadDocs(count);
        if (relation == CellRelation.Inside)
        {
            foreach (int doc in _docs.AsSpan(0, count))
            {
                visitor.Visit(doc);
            }

            return;
        }

        VisitValues(count, visitor);
    }

    private void ReadDocs(int count)
    {
        if (_docs.Length < count)
        {
            _docs = new int[count];
        }

        byte encoding = data.ReadByte();
        int doc = 0;
        for (int index = 0; index < count; index++)
        {
            doc = encoding switch
            {
                Lucene86PointsFormat.AscendingDocs => doc + data.ReadVInt32(),
                Lucene86PointsFormat.ThreeByteDocs => ReadThreeBytes(),
                Lucene86PointsFormat.FourByteDocs => data.ReadInt32(),
                _ => throw new CorruptIndexException($"documents of a leaf have the unknown encoding {encoding}", data.Name, data.Position),
            };
            _docs[index] = (uint)doc < (uint)maxDoc
                ? doc
                : throw new CorruptIndexException($"point of document {doc} of {maxDoc}", data.Name, data.Position);
        }
    }

    private int ReadThreeBytes()
    {
        ReadOnlySpan<byte> bytes = data.ReadSpan(3);
        return (BinaryPrimitives.ReadUInt16BigEndian(bytes) << 8) | bytes[2];
    }

    private void VisitValues(int count, PointVisitor visitor)
    {
        int prefix = data.ReadVInt32();
        if (prefix < 0 || prefix > bytesPerPoint)
        {
            throw new CorruptIndexException($"prefix of {prefix} of {bytesPerPoint} bytes", data.Name, data.Position);
        }

        data.ReadSpan(prefix).CopyTo(_value);
        var dimension = (sbyte)data.ReadByte();
        switch (dimension)
        {
            case Lucene86PointsFormat.AllEqual when prefix == bytesPerPoint:
                VisitRun(0, count, visitor);
                break;
            case Lucene86PointsFormat.EqualRuns:
                VisitEqualRuns(count, prefix, visitor);
                break;
            case 0 when prefix < bytesPerPoint:
                VisitLabelledRuns(count, prefix, visitor);
                break;
            default:
                throw new CorruptIndexException($"leaf is sorted by dimension {dimension} behind a prefix of {prefix}", data.Name, data.Position);
        }
    }

    private void VisitEqualRuns(int count, int prefix, PointVisitor visitor)
    {
        for (int next = 0; next < count;)
        {
            int length = CheckRun(data.ReadVInt32(), count - next);
            data.ReadSpan(bytesPerPoint - prefix).CopyTo(_value.AsSpan(prefix));
            VisitRun(next, length, visitor);
            next += length;
        }
    }

    private void VisitLabelledRuns(int count, int prefix, PointVisitor visitor)
    {
        for (int next = 0; next < count;)
        {
            _value[prefix] = data.ReadByte();
            int end = next + CheckRun(data.ReadByte(), count - next);
            for (; next < end; next++)
            {
                data.ReadSpan(bytesPerPoint - prefix - 1).CopyTo(_value.AsSpan(prefix + 1));
                visitor.Visit(_docs[next], _value);
            }
        }
    }

    private void VisitRun(int start, int length, PointVisitor visitor)
    {
        foreach (int doc in _docs.AsSpan(start, length))
        {
            visitor.Visit(doc, _value);
        }
    }

    private int CheckRun(int length, int left) => length >= 1 && length <= left
        ? length
        : throw new CorruptIndexException($"run of {length} values, {left} are left", data.Name, data.Position);
}
