using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Byte strings in LZ4 blocks of 32 (spec 8.5, BEST_COMPRESSION). Keeps the block it read last; for one thread.
/// <code>
/// chunk := (length0 shl 1 or allEqual):vint [length:vint * 31] lz4-block?
/// </code>
/// </summary>
internal sealed class CompressedBinaryColumn : BinaryColumn
{
    private readonly IndexInput _data;
    private readonly DirectMonotonicReader _chunkStarts;
    private readonly long _dataEnd;
    private readonly int _docsPerChunkShift;
    private readonly int _maxChunkBytes;
    private readonly int[] _starts;
    private byte[] _bytes = [];
    private long _chunk = -1;

    public CompressedBinaryColumn(
        IndexInput data, DirectMonotonicReader chunkStarts, long dataEnd, int docsPerChunkShift, int maxChunkBytes)
    {
        _data = data.Clone();
        _chunkStarts = chunkStarts;
        _dataEnd = dataEnd;
        _docsPerChunkShift = docsPerChunkShift;
        _maxChunkBytes = maxChunkBytes;
        _starts = new int[(1 << docsPerChunkShift) + 1];
    }

    public override ReadOnlySpan<byte> Get(int index)
    {
        int chunk = index >> _docsPerChunkShift;
        if (chunk != _chunk)
        {
            _chunk = -1;
            ReadChunk(chunk);
            _chunk = chunk;
        }

        int place = index & ((1 << _docsPerChunkShift) - 1);
        return _bytes.AsSpan(_starts[place], _starts[place + 1] - _starts[place]);
    }

    private void ReadChunk(int chunk)
    {
        long end = chunk + 1 < _chunkStarts.Count ? _chunkStarts.Get(chunk + 1L) : _dataEnd;
        _data.Position = _chunkStarts.Get(chunk);
        ReadLengths();
        int total = _starts[^1];
        if (total == 0)
        {
            return;
        }

        int available = (int)Math.Clamp(end - _data.Position, 0, int.MaxValue);
        ReadOnlySpan<byte> source = _data.SpanAt(_data.Position, available);
        if (total > (long)available * Lz4.MaxRatio)
        {
            throw new CorruptIndexException($"{total} bytes out of {available}", _data.Name, _data.Position);
        }

        if (_bytes.Length < total)
        {
            _bytes = new byte[Math.Min(_maxChunkBytes, Math.Max(total, _bytes.Length * 2))];
        }

        if (!Lz4.TryDecompress(source, out _, _bytes.AsSpan(0, total), dictionaryLength: 0))
        {
            throw new CorruptIndexException($"damaged LZ4 block of {total} bytes", _data.Name, _data.Position);
        }
    }

    private void ReadLengths()
    {
        int first = _data.ReadVInt32();
        bool allEqual = (first & 1) != 0;
        int firstLength = first >>> 1;
        long start = 0;
        for (int index = 0; index < _starts.Length - 1; index++)
        {
            long length = index == 0 || allEqual ? firstLength : _data.ReadVInt32();
            start += length;
            if (length < 0 || start > _maxChunkBytes)
            {
                throw new CorruptIndexException(
                    $"values of {start} bytes in a chunk of up to {_maxChunkBytes}", _data.Name, _data.Position);
            }

            _starts[index + 1] = (int)start;
        }
    }
}
