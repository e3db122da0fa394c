using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads norms of every width; see <see cref="Lucene80NormsFormat"/>.</summary>
internal sealed class Lucene80NormsProducer : NormsProducer
{
    private readonly int _maxDoc;
    private readonly IndexInput _data;
    private readonly Dictionary<int, Entry> _entries = [];

    public Lucene80NormsProducer(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        _data = SegmentFiles.OpenData(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene80NormsFormat.DataExtension),
            Lucene80NormsFormat.DataCodec,
            Lucene80NormsFormat.FormatVersion,
            segment.Id.Span,
            string.Empty);
        try
        {
            ReadEntries(state);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    public override NumericDocValues GetNorms(FieldInfo field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!_entries.TryGetValue(field.Number, out Entry? entry))
        {
            throw new ArgumentException($"field {field.Name} has no norms", nameof(field));
        }

        bool dense = entry.Docs.Offset == DocsWithFieldEntry.AllDocuments;
        return dense && entry.BytesPerNorm == 1
            ? new DenseByteNorms(_data, entry.NormsOffset, _maxDoc)
            : new ColumnNumericDocValues(entry.Docs.Open(_data, _maxDoc, entry.Count), entry.OpenColumn(_data));
    }

    public override void CheckIntegrity() => CodecUtil.CheckWholeFile(_data);

    protected override void Dispose(bool disposing) => _data.Dispose();

    private void ReadEntries(SegmentState state)
    {
        using IndexInput meta = SegmentFiles.OpenMeta(
            state.Directory,
            IndexFileNames.SegmentFile(state.Segment.Name, string.Empty, Lucene80NormsFormat.MetaExtension),
            Lucene80NormsFormat.MetaCodec,
            Lucene80NormsFormat.FormatVersion,
            state.Segment.Id.Span,
            string.Empty);
        for (int number = meta.ReadInt32(); number != Lucene80NormsFormat.EndOfFields; number = meta.ReadInt32())
        {
            if (state.Fields.Find(number) is not { HasNorms: true })
            {
                throw new CorruptIndexException($"field {number} has no norms", meta.Name, meta.Position);
            }

            _entries[number] = ReadEntry(meta);
        }

        CodecUtil.CheckAtFooter(meta);
        foreach (FieldInfo field in state.Fields)
        {
            if (field.HasNorms && !_entries.ContainsKey(field.Number))
            {
                throw new CorruptIndexException($"norms of field {field.Name} are missing", meta.Name, meta.Position);
            }
        }
    }

    private Entry ReadEntry(IndexInput meta)
    {
        var entry = new Entry(DocsWithFieldEntry.Read(meta), meta.ReadInt32(), meta.ReadByte(), meta.ReadInt64());
        bool plausible = entry.Count >= 0
            && entry.Count <= _maxDoc
            && (entry.Docs.Offset != DocsWithFieldEntry.AllDocuments || entry.Count == _maxDoc)
            && entry.BytesPerNorm is 0 or 1 or 2 or 4 or 8
            && (entry.BytesPerNorm == 0
                || (entry.NormsOffset >= 0 && entry.NormsOffset <= _data.Length - ((long)entry.Count * entry.BytesPerNorm)));
        return plausible ? entry : throw new CorruptIndexException($"norms are {entry}", meta.Name, meta.Position);
    }

    private sealed record Entry(DocsWithFieldEntry Docs, int Count, byte BytesPerNorm, long NormsOffset)
    {
        public NumericColumn OpenColumn(IndexInput data) =>
            BytesPerNorm == 0 ? new ConstantColumn(NormsOffset) : new SignedColumn(data, NormsOffset, BytesPerNorm);
    }
}
