using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads points; see <see cref="Lucene86PointsFormat"/>. Those of several dimensions are passed over until someone asks.</summary>
internal sealed class Lucene86PointsReader : PointsReader
{
    private readonly int _maxDoc;
    private readonly IndexInput _data;
    private readonly IndexInput _index;
    private readonly Dictionary<int, BkdEntry> _entries = [];

    public Lucene86PointsReader(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        _data = OpenData(state, Lucene86PointsFormat.DataExtension, Lucene86PointsFormat.DataCodec);
        try
        {
            _index = OpenData(state, Lucene86PointsFormat.IndexExtension, Lucene86PointsFormat.IndexCodec);
        }
        catch
        {
            _data.Dispose();
            throw;
        }

        try
        {
            ReadEntries(state);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override PointValues? GetValues(FieldInfo field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!_entries.TryGetValue(field.Number, out BkdEntry? entry))
        {
            return null;
        }

        return entry.Dimensions == 1
            ? new BkdPointValues(entry, _index, _data, _maxDoc)
            : throw new NotSupportedException(
                $"field {field.Name} has points of {entry.Dimensions} dimensions; this engine reads those of one");
    }

    public override void CheckIntegrity()
    {
        CodecUtil.CheckWholeFile(_data);
        CodecUtil.CheckWholeFile(_index);
    }

    protected override void Dispose(bool disposing)
    {
        _data.Dispose();
        _index.Dispose();
    }

    private static IndexInput OpenData(SegmentState state, string extension, string codec) => SegmentFiles.OpenData(
        state.Directory,
        IndexFileNames.SegmentFile(state.Segment.Name, string.Empty, extension),
        codec,
        Lucene86PointsFormat.FormatVersion,
        state.Segment.Id.Span,
        string.Empty);

    private void ReadEntries(SegmentState state)
    {
        using IndexInput meta = SegmentFiles.OpenMeta(
            state.Directory,
            IndexFileNames.SegmentFile(state.Segment.Name, string.Empty, Lucene86PointsFormat.MetaExtension),
            Lucene86PointsFormat.MetaCodec,
            Lucene86PointsFormat.FormatVersion,
            state.Segment.Id.Span,
            string.Empty);
        for (int number = meta.ReadInt32(); number != Lucene86PointsFormat.EndOfFields; number = meta.ReadInt32())
        {
            if (state.Fields.Find(number) is not { HasPoints: true } field)
            {
                throw new CorruptIndexException($"field {number} has no points", meta.Name, meta.Position);
            }

            _entries[number] = BkdEntry.Read(meta, field, _maxDoc, _index.Length);
        }

        CheckLength(meta, _index, meta.ReadInt64());
        CheckLength(meta, _data, meta.ReadInt64());
        CodecUtil.CheckAtFooter(meta);
    }

    private static void CheckLength(IndexInput meta, IndexInput file, long recorded)
    {
        if (file.Length != recorded)
        {
            throw new CorruptIndexException($"{file.Name} has {file.Length} bytes, {recorded} are recorded", meta.Name, meta.Position);
        }
    }
}
