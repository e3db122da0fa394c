using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Finds the chunk of a document: the <c>.fdm</c> and <c>.fdx</c> of <see cref="Lucene87StoredFieldsFormat"/>. Safe for several
/// threads.
/// </summary>
internal sealed class FieldsIndexReader : IDisposable
{
    private readonly int _maxDoc;
    private readonly IndexInput _index;
    private DirectMonotonicReader? _firstDocs;
    private DirectMonotonicReader? _startPointers;

    public FieldsIndexReader(SegmentState state)
    {
        SegmentInfo segment = state.Segment;
        _maxDoc = segment.MaxDoc;
        _index = SegmentFiles.OpenData(
            state.Directory,
            IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene87StoredFieldsFormat.IndexExtension),
            Lucene87StoredFieldsFormat.IndexCodec,
            Lucene87StoredFieldsFormat.IndexVersion,
            segment.Id.Span,
            string.Empty);
        try
        {
            using IndexInput meta = SegmentFiles.OpenMeta(
                state.Directory,
                IndexFileNames.SegmentFile(segment.Name, string.Empty, Lucene87StoredFieldsFormat.MetaExtension),
                Lucene87StoredFieldsFormat.MetaCodec,
                Lucene87StoredFieldsFormat.MetaVersion,
                segment.Id.Span,
                string.Empty);
            ReadMeta(meta);
        }
        catch
        {
            _index.Dispose();
            throw;
        }
    }

    /// <summary>Gets the bytes of text that a piece of a sliced chunk has.</summary>
    public int ChunkSizeBytes { get; private set; }

    /// <summary>Gets where the last chunk ends.</summary>
    public long MaxPointer { get; private set; }

    /// <summary>Gets the number of chunks.</summary>
    public long ChunkCount => _firstDocs!.Count - 1;

    /// <summary>Gets how many chunks were closed before they were full.</summary>
    public long DirtyChunks { get; private set; }

    /// <summary>Gets how many documents these chunks could have held and do not.</summary>
    public long DirtyDocs { get; private set; }

    /// <summary>Returns where the chunk of a document lies, and which documents it must have.</summary>
    public (long Start, long End, int FirstDoc, int DocCount) FindChunk(int doc)
    {
        long chunk = _firstDocs!.FindFloor(doc);
        if (chunk < 0 || chunk >= ChunkCount)
        {
            throw new CorruptIndexException($"no chunk has document {doc}", _index.Name, 0);
        }

        return Chunk(chunk);
    }

    /// <summary>Returns where a chunk lies, and which documents it must have.</summary>
    public (long Start, long End, int FirstDoc, int DocCount) Chunk(long chunk)
    {
        long firstDoc = _firstDocs!.Get(chunk);
        long docCount = _firstDocs.Get(chunk + 1) - firstDoc;
        long start = _startPointers!.Get(chunk);
        long end = _startPointers.Get(chunk + 1);
        return docCount <= _maxDoc && start >= 0 && start < end && end <= MaxPointer
            ? (start, end, (int)firstDoc, (int)docCount)
            : throw new CorruptIndexException(
                $"chunk {chunk} has {docCount} documents at {start} to {end}", _index.Name, 0);
    }

    public void CheckIntegrity() => CodecUtil.CheckWholeFile(_index);

    public void Dispose() => _index.Dispose();

    private void ReadMeta(IndexInput meta)
    {
        ChunkSizeBytes = meta.ReadVInt32();
        int packedIntsVersion = meta.ReadVInt32();
        int maxDoc = meta.ReadInt32();
        int blockShift = meta.ReadInt32();
        int count = meta.ReadInt32();
        if (ChunkSizeBytes < 1 || packedIntsVersion != Lucene87StoredFieldsFormat.PackedIntsVersion || maxDoc != _maxDoc || count < 1)
        {
            throw new CorruptIndexException(
                $"{count} chunks of {ChunkSizeBytes} bytes for {maxDoc} documents, packed with version {packedIntsVersion}",
                meta.Name,
                meta.Position);
        }

        long docsStart = meta.ReadInt64();
        _firstDocs = DirectMonotonicReader.ReadMeta(meta, count, blockShift);
        long pointersStart = meta.ReadInt64();
        _startPointers = DirectMonotonicReader.ReadMeta(meta, count, blockShift);
        long pointersEnd = meta.ReadInt64();
        MaxPointer = meta.ReadInt64();
        _firstDocs.SetData(_index, docsStart, pointersStart - docsStart);
        _startPointers.SetData(_index, pointersStart, pointersEnd - pointersStart);
        DirtyChunks = meta.ReadVInt64();
        DirtyDocs = meta.ReadVInt64();
        if (DirtyChunks < 0 || DirtyDocs < 0 || _firstDocs.Get(0) != 0 || _firstDocs.Get(count - 1L) != maxDoc
            || _startPointers.Get(count - 1L) != MaxPointer)
        {
            throw new CorruptIndexException($"the chunks do not hold documents 0 to {maxDoc}", meta.Name, meta.Position);
        }

        CodecUtil.CheckAtFooter(meta);
    }
}
