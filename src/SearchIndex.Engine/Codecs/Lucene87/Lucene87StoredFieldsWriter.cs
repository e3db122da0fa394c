using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Writes stored fields of mode BEST_SPEED; see <see cref="Lucene87StoredFieldsFormat"/>.</summary>
internal sealed class Lucene87StoredFieldsWriter : StoredFieldsWriter
{
    /// <summary>
    /// One chunk in so many may be short of what it can hold; sources with more of them are packed anew, or the chunks of many small segments
    /// would stay small for ever, and their text compressed worse.
    /// </summary>
    private const int ChunksPerDirtyChunk = 10;
    private const int CopyBytes = 1 << 20;

    private readonly SegmentState _state;
    private readonly IndexOutput _data;
    private readonly Lz4PieceCompressor _compressor = new();
    private readonly List<long> _chunkFirstDocs = [];
    private readonly List<long> _chunkStarts = [];
    private readonly int[] _fieldCounts = new int[Lucene87StoredFieldsFormat.MaxDocsPerChunk];
    private readonly int[] _lengths = new int[Lucene87StoredFieldsFormat.MaxDocsPerChunk];
    private byte[] _text = new byte[Lucene87StoredFieldsFormat.ChunkSizeBytes * 5 / 4];
    private int _textLength;
    private int _bufferedDocs;
    private int _flushedDocs;
    private long _dirtyChunks;
    private long _dirtyDocs;

    public Lucene87StoredFieldsWriter(SegmentState state)
    {
        _state = state;
        _data = state.Directory.CreateOutput(
            IndexFileNames.SegmentFile(state.Segment.Name, string.Empty, Lucene87StoredFieldsFormat.DataExtension));
        CodecUtil.WriteIndexHeader(
            _data,
            Lucene87StoredFieldsFormat.FastDataCodec,
            Lucene87StoredFieldsFormat.DataVersion,
            state.Segment.Id.Span,
            string.Empty);
    }

    public override void AddDocument(ReadOnlySpan<byte> serialized, int fieldCount)
    {
        if (serialized.IsEmpty != (fieldCount == 0))
        {
            throw new ArgumentException($"{fieldCount} fields in {serialized.Length} bytes", nameof(fieldCount));
        }

        Reserve(serialized.Length);
        serialized.CopyTo(_text.AsSpan(_textLength));
        _textLength += serialized.Length;
        _lengths[_bufferedDocs] = serialized.Length;
        _fieldCounts[_bufferedDocs] = fieldCount;
        _bufferedDocs++;
        if (_textLength >= Lucene87StoredFieldsFormat.ChunkSizeBytes || _bufferedDocs == _lengths.Length)
        {
            FlushChunk();
        }
    }

    /// <inheritdoc/>
    public override bool TryAddAll(StoredFieldsReader reader)
    {
        if (reader is not Lucene87StoredFieldsReader { IsCompressedHigh: false } source
            || source.Index.ChunkSizeBytes != Lucene87StoredFieldsFormat.ChunkSizeBytes
            || source.Index.DirtyChunks * ChunksPerDirtyChunk > source.Index.ChunkCount)
        {
            return false;
        }

        FlushIncompleteChunk();
        using IndexInput data = source.CloneData();
        for (long chunk = 0; chunk < source.Index.ChunkCount; chunk++)
        {
            CopyChunk(data, source.Index.Chunk(chunk));
        }

        _dirtyChunks += source.Index.DirtyChunks;
        _dirtyDocs += source.Index.DirtyDocs;
        return true;
    }

    public override void Finish(int maxDoc)
    {
        FlushIncompleteChunk();

        if (_flushedDocs != maxDoc)
        {
            throw new InvalidOperationException($"{_flushedDocs} documents were added, the segment has {maxDoc}");
        }

        long maxPointer = _data.Position;
        _chunkFirstDocs.Add(maxDoc);
        _chunkStarts.Add(maxPointer);
        CodecUtil.WriteFooter(_data);
        WriteIndex(maxDoc, maxPointer);
    }

    protected override void Dispose(bool disposing) => _data.Dispose();

    private void Reserve(int more)
    {
        long needed = (long)_textLength + more;
        if (needed > Array.MaxLength)
        {
            throw new ArgumentException($"document of {more} stored bytes is too large");
        }

        if (needed > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, needed + (needed / 4)));
        }
    }

    /// <summary>Copies a chunk; only the number of its first document changes.</summary>
    private void CopyChunk(IndexInput data, (long Start, long End, int FirstDoc, int DocCount) chunk)
    {
        data.Position = chunk.Start;
        int firstDoc = data.ReadVInt32();
        int token = data.ReadVInt32();
        if (firstDoc != chunk.FirstDoc || token >>> 1 != chunk.DocCount || data.Position > chunk.End)
        {
            throw new CorruptIndexException(
                $"chunk of documents {firstDoc} + {token >>> 1}, the index says {chunk.FirstDoc} + {chunk.DocCount}", data.Name, chunk.Start);
        }

        _chunkFirstDocs.Add(_flushedDocs);
        _chunkStarts.Add(_data.Position);
        _data.WriteVInt32(_flushedDocs);
        _data.WriteVInt32(token);
        while (data.Position < chunk.End)
        {
            _data.WriteBytes(data.ReadSpan((int)Math.Min(CopyBytes, chunk.End - data.Position)));
        }

        _flushedDocs += chunk.DocCount;
    }

    private void FlushIncompleteChunk()
    {
        if (_bufferedDocs > 0)
        {
            CountDirty();
            FlushChunk();
        }
    }

    private void FlushChunk()
    {
        _chunkFirstDocs.Add(_flushedDocs);
        _chunkStarts.Add(_data.Position);
        bool sliced = _textLength >= 2 * Lucene87StoredFieldsFormat.ChunkSizeBytes;
        _data.WriteVInt32(_flushedDocs);
        _data.WriteVInt32((_bufferedDocs << 1) | (sliced ? 1 : 0));
        StoredFieldsInts.Write(_data, _fieldCounts.AsSpan(0, _bufferedDocs));
        StoredFieldsInts.Write(_data, _lengths.AsSpan(0, _bufferedDocs));
        int pieceLength = sliced ? Lucene87StoredFieldsFormat.ChunkSizeBytes : _textLength;
        int offset = 0;
        do
        {
            int length = Math.Min(pieceLength, _textLength - offset);
            _compressor.Write(_data, _text.AsSpan(offset, length));
            offset += length;
        }
        while (offset < _textLength);
        _flushedDocs += _bufferedDocs;
        _bufferedDocs = 0;
        _textLength = 0;
    }

    // A chunk that ends before it is full counts as dirty, with the documents that it could have held: Java's merges copy whole
    // chunks while there are few of these.
    private void CountDirty()
    {
        double fullAtThisSize = (double)Lucene87StoredFieldsFormat.ChunkSizeBytes / Math.Max(1, _textLength) * _bufferedDocs;
        long expected = (long)Math.Min(Lucene87StoredFieldsFormat.MaxDocsPerChunk, fullAtThisSize);
        _dirtyChunks++;
        _dirtyDocs += expected - _bufferedDocs;
    }

    private void WriteIndex(int maxDoc, long maxPointer)
    {
        string segment = _state.Segment.Name;
        ReadOnlySpan<byte> id = _state.Segment.Id.Span;
        (IndexOutput index, IndexOutput meta) = SegmentFiles.CreatePair(
            _state.Directory,
            IndexFileNames.SegmentFile(segment, string.Empty, Lucene87StoredFieldsFormat.IndexExtension),
            IndexFileNames.SegmentFile(segment, string.Empty, Lucene87StoredFieldsFormat.MetaExtension));
        using (index)
        using (meta)
        {
            CodecUtil.WriteIndexHeader(
                index, Lucene87StoredFieldsFormat.IndexCodec, Lucene87StoredFieldsFormat.IndexVersion, id, string.Empty);
            CodecUtil.WriteIndexHeader(
                meta, Lucene87StoredFieldsFormat.MetaCodec, Lucene87StoredFieldsFormat.MetaVersion, id, string.Empty);
            meta.WriteVInt32(Lucene87StoredFieldsFormat.ChunkSizeBytes);
            meta.WriteVInt32(Lucene87StoredFieldsFormat.PackedIntsVersion);
            meta.WriteInt32(maxDoc);
            meta.WriteInt32(Lucene87StoredFieldsFormat.IndexBlockShift);
            meta.WriteInt32(_chunkStarts.Count);
            meta.WriteInt64(index.Position);
            DirectMonotonicWriter.Write(meta, index, _chunkFirstDocs.ToArray(), Lucene87StoredFieldsFormat.IndexBlockShift);
            meta.WriteInt64(index.Position);
            DirectMonotonicWriter.Write(meta, index, _chunkStarts.ToArray(), Lucene87StoredFieldsFormat.IndexBlockShift);
            meta.WriteInt64(index.Position);
            meta.WriteInt64(maxPointer);
            meta.WriteVInt64(_dirtyChunks);
            meta.WriteVInt64(_dirtyDocs);
            CodecUtil.WriteFooter(meta);
            CodecUtil.WriteFooter(index);
        }
    }
}
