using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes points of one dimension; see <see cref="Lucene86PointsFormat"/>.</summary>
internal sealed class Lucene86PointsWriter : PointsWriter
{
    private readonly int _maxDoc;
    private readonly IndexOutput _data;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;

    public Lucene86PointsWriter(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        (_data, _index) = SegmentFiles.CreatePair(
            state.Directory, FileOf(segment, Lucene86PointsFormat.DataExtension), FileOf(segment, Lucene86PointsFormat.IndexExtension));
        try
        {
            _meta = state.Directory.CreateOutput(FileOf(segment, Lucene86PointsFormat.MetaExtension));
        }
        catch
        {
            _data.Dispose();
            _index.Dispose();
            throw;
        }

        WriteHeader(_data, Lucene86PointsFormat.DataCodec, segment);
        WriteHeader(_index, Lucene86PointsFormat.IndexCodec, segment);
        WriteHeader(_meta, Lucene86PointsFormat.MetaCodec, segment);
    }

    public override void WriteField(FieldInfo field, PointBuffer points)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfNotEqual(field.PointDimensionCount, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(points.BytesPerPoint, field.PointNumBytes);
        if (points.Count == 0)
        {
            return;
        }

        points.Sort();
        (List<long> pointers, List<byte[]> firstValues) = WriteLeaves(points);
        long indexStart = _index.Position;
        byte[] packed = new BkdIndexWriter(pointers, firstValues).Pack();
        _index.WriteBytes(packed);

        _meta.WriteInt32(field.Number);
        CodecUtil.WriteHeader(_meta, Lucene86PointsFormat.BkdCodec, Lucene86PointsFormat.BkdVersion);
        _meta.WriteVInt32(1);
        _meta.WriteVInt32(1);
        _meta.WriteVInt32(Lucene86PointsFormat.PointsPerLeaf);
        _meta.WriteVInt32(points.BytesPerPoint);
        _meta.WriteVInt32(pointers.Count);
        _meta.WriteBytes(points.ValueOf(0));
        _meta.WriteBytes(points.ValueOf(points.Count - 1));
        _meta.WriteVInt64(points.Count);
        _meta.WriteVInt32(CountDocuments(points));
        _meta.WriteVInt32(packed.Length);
        _meta.WriteInt64(pointers[0]);
        _meta.WriteInt64(indexStart);
    }

    public override void Finish()
    {
        CodecUtil.WriteFooter(_data);
        CodecUtil.WriteFooter(_index);
        _meta.WriteInt32(Lucene86PointsFormat.EndOfFields);
        _meta.WriteInt64(_index.Position);
        _meta.WriteInt64(_data.Position);
        CodecUtil.WriteFooter(_meta);
    }

    protected override void Dispose(bool disposing)
    {
        using (_data)
        using (_index)
        {
            _meta.Dispose();
        }
    }

    private static string FileOf(SegmentInfo segment, string extension) =>
        IndexFileNames.SegmentFile(segment.Name, string.Empty, extension);

    private static void WriteHeader(IndexOutput output, string codec, SegmentInfo segment) =>
        CodecUtil.WriteIndexHeader(output, codec, Lucene86PointsFormat.FormatVersion, segment.Id.Span, string.Empty);

    private (List<long> Pointers, List<byte[]> FirstValues) WriteLeaves(PointBuffer points)
    {
        var pointers = new List<long>();
        var firstValues = new List<byte[]>();
        for (int start = 0; start < points.Count; start += Lucene86PointsFormat.PointsPerLeaf)
        {
            pointers.Add(_data.Position);
            firstValues.Add(points.ValueOf(start).ToArray());
            BkdLeafWriter.Write(_data, points, start, Math.Min(points.Count, start + Lucene86PointsFormat.PointsPerLeaf));
        }

        return (pointers, firstValues);
    }

    private int CountDocuments(PointBuffer points)
    {
        var documents = new FixedBitSet(_maxDoc);
        for (int index = 0; index < points.Count; index++)
        {
            documents.Set(points.DocOf(index));
        }

        return documents.Cardinality();
    }
}
