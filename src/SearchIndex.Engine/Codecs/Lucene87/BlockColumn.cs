using System.Buffers.Binary;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Numbers packed block by block, each with its own width and minimum (spec 8.3, blocks form). Remembers the block it read last;
/// for one thread.
/// </summary>
internal sealed class BlockColumn(IndexInput data, long jumpTableOffset, int blockShift, long gcd) : NumericColumn
{
    private const int ConstantHeaderBytes = 1 + 8;
    private const int PackedHeaderBytes = ConstantHeaderBytes + 4;

    private long _block = -1;
    private long _values;
    private int _bitsPerValue;
    private long _delta;

    public override long Get(long index)
    {
        if (index >> blockShift != _block)
        {
            ReadHeader(index >> blockShift);
        }

        ulong packed = DirectReader.Get(data, _values, _bitsPerValue, index & ((1L << blockShift) - 1));
        return _delta + (gcd * (long)packed);
    }

    private void ReadHeader(long block)
    {
        long start = BinaryPrimitives.ReadInt64BigEndian(data.SpanAt(jumpTableOffset + (block * sizeof(long)), sizeof(long)));
        ReadOnlySpan<byte> header = data.SpanAt(start, ConstantHeaderBytes);
        int bitsPerValue = header[0];
        if (bitsPerValue != 0 && !DirectWriter.IsWidth(bitsPerValue))
        {
            throw new CorruptIndexException($"width of {bitsPerValue} bits", data.Name, start);
        }

        _bitsPerValue = bitsPerValue;
        _delta = BinaryPrimitives.ReadInt64BigEndian(header[1..]);
        _values = start + PackedHeaderBytes;
        _block = block;
    }
}
