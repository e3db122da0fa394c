using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// What the meta file says of byte strings (spec 8.5).
/// <code>
/// binary     := dataOffset:long dataLength:long docsWithField:19 bytes numDocsWithField:int minLength:int maxLength:int addresses?
/// addresses  := of numDocsWithField + 1 starts, unless all lengths are equal                             (mode BEST_SPEED)
///             | offset:long numChunks:vint docsPerChunkShift:vint maxUncompressedChunk:vint rest         (mode BEST_COMPRESSION)
/// </code>
/// </summary>
internal sealed class BinaryEntry
{
    private const int MaxDocsPerChunkShift = 16;

    private readonly long _dataOffset;
    private readonly long _dataLength;
    private readonly DocsWithFieldEntry _docs;
    private readonly int _docCount;
    private readonly int _maxLength;
    private readonly bool _isCompressed;
    private readonly DirectMonotonicReader? _addresses;
    private readonly int _docsPerChunkShift;
    private readonly int _maxChunkBytes;

    private BinaryEntry(IndexInput meta, IndexInput data, int maxDoc, bool isCompressed)
    {
        _isCompressed = isCompressed;
        _dataOffset = meta.ReadInt64();
        _dataLength = meta.ReadInt64();
        Lucene80DocValuesFormat.CheckRange(data, _dataOffset, _dataLength);
        _docs = DocsWithFieldEntry.Read(meta);
        _docCount = meta.ReadInt32();
        Lucene80DocValuesFormat.CheckCount(meta, _docs, _docCount, maxDoc);
        int minLength = meta.ReadInt32();
        _maxLength = meta.ReadInt32();
        if (minLength < 0 || _maxLength < 0)
        {
            throw new CorruptIndexException($"values of {minLength} to {_maxLength} bytes", meta.Name, meta.Position);
        }

        if (!isCompressed)
        {
            _addresses = minLength < _maxLength ? AddressesEntry.Read(meta, data, _docCount + 1L) : null;
            return;
        }

        if (_docCount > 0)
        {
            long addressesOffset = meta.ReadInt64();
            int chunkCount = meta.ReadVInt32();
            _docsPerChunkShift = meta.ReadVInt32();
            _maxChunkBytes = meta.ReadVInt32();
            if (_docsPerChunkShift is < 0 or > MaxDocsPerChunkShift || _maxChunkBytes < 0
                || chunkCount != ((_docCount - 1) >> _docsPerChunkShift) + 1)
            {
                throw new CorruptIndexException(
                    $"{chunkCount} chunks of 2^{_docsPerChunkShift} values and up to {_maxChunkBytes} bytes", meta.Name, meta.Position);
            }

            _addresses = AddressesEntry.ReadAfterOffset(meta, data, chunkCount, addressesOffset);
        }
    }

    public static BinaryEntry Read(IndexInput meta, IndexInput data, int maxDoc, bool isCompressed) =>
        new(meta, data, maxDoc, isCompressed);

    public BinaryDocValues Open(IndexInput data, int maxDoc) =>
        new ColumnBinaryDocValues(_docs.Open(data, maxDoc, _docCount), OpenColumn(data));

    private BinaryColumn OpenColumn(IndexInput data)
    {
        if (_isCompressed && _addresses is not null)
        {
            return new CompressedBinaryColumn(data, _addresses, _dataOffset + _dataLength, _docsPerChunkShift, _maxChunkBytes);
        }

        return new PlainBinaryColumn(data.Slice(data.Name, _dataOffset, _dataLength), _maxLength, _addresses);
    }
}
