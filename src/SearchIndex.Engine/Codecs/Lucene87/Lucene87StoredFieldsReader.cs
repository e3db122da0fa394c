using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads stored fields of both modes; see <see cref="Lucene87StoredFieldsFormat"/>. Keeps the chunk it read last, so that reading
/// documents in order expands each chunk once.
/// </summary>
internal sealed class Lucene87StoredFieldsReader : StoredFieldsReader
{
    private readonly int _maxDoc;
    private readonly FieldInfos _fields;
    private readonly IndexInput _data;
    private readonly bool _owner;
    private StoredFieldsChunk? _chunk;

    public Lucene87StoredFieldsReader(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        _fields = state.Fields;
        IsCompressedHigh = HasHighMode(segment);
        _owner = true;
        _data = SegmentFiles.OpenData(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene87StoredFieldsFormat.DataExtension),
            IsCompressedHigh ? Lucene87StoredFieldsFormat.HighDataCodec : Lucene87StoredFieldsFormat.FastDataCodec,
            Lucene87StoredFieldsFormat.DataVersion,
            segment.Id.Span,
            string.Empty);
        try
        {
            Index = new FieldsIndexReader(state);
            if (Index.MaxPointer != _data.Length - CodecUtil.FooterLength)
            {
                throw new CorruptIndexException(
                    $"the chunks end here, the file has {_data.Length} bytes", _data.Name, Index.MaxPointer);
            }
        }
        catch
        {
            Index?.Dispose();
            _data.Dispose();
            throw;
        }
    }

    private Lucene87StoredFieldsReader(Lucene87StoredFieldsReader original)
    {
        _maxDoc = original._maxDoc;
        _fields = original._fields;
        IsCompressedHigh = original.IsCompressedHigh;
        _data = original._data;
        Index = original.Index;
    }

    /// <summary>Gets the chunks that the files have.</summary>
    public FieldsIndexReader Index { get; }

    /// <summary>Gets whether the chunks are of mode BEST_COMPRESSION.</summary>
    public bool IsCompressedHigh { get; }

    public override void VisitDocument(int docId, StoredFieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ReadOnlyMemory<byte> document = Find(docId, out int fieldCount);
        using var input = new IndexInput($"{_data.Name}:document {docId}", new MemoryByteSource(document));
        StoredDocumentReader.Visit(input, fieldCount, _fields, visitor);
    }

    public override ReadOnlySpan<byte> Serialized(int docId, out int fieldCount) => Find(docId, out fieldCount).Span;

    public override StoredFieldsReader Clone() => new Lucene87StoredFieldsReader(this);

    public override void CheckIntegrity()
    {
        Index.CheckIntegrity();
        CodecUtil.CheckWholeFile(_data);
    }

    /// <summary>Opens the data file for reading chunks as they are; the files stay this reader's.</summary>
    public IndexInput CloneData() => _data.Clone();

    protected override void Dispose(bool disposing)
    {
        _chunk?.Dispose();
        if (_owner)
        {
            Index.Dispose();
            _data.Dispose();
        }
    }

    private static bool HasHighMode(SegmentInfo segment) =>
        segment.Attributes.GetValueOrDefault(Lucene87StoredFieldsFormat.ModeAttribute) switch
        {
            CompressionModes.BestSpeed => false,
            CompressionModes.BestCompression => true,
            string mode => throw new CorruptIndexException($"mode of the stored fields of segment {segment.Name} is '{mode}'"),
            null => throw new CorruptIndexException($"segment {segment.Name} does not say the mode of its stored fields"),
        };

    private ReadOnlyMemory<byte> Find(int docId, out int fieldCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, _maxDoc);
        _chunk ??= new StoredFieldsChunk(
            _data.Clone(),
            IsCompressedHigh ? new DeflatePieceDecompressor() : new Lz4PieceDecompressor(),
            Index.ChunkSizeBytes);
        if (!_chunk.Contains(docId))
        {
            (long start, long end, int firstDoc, int docCount) = Index.FindChunk(docId);
            _chunk.Load(start, end, firstDoc, docCount);
        }

        return _chunk.Document(docId, out fieldCount);
    }
}
