using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// A cursor over bytes at hand, for loops of small numbers that would be slow through an <see cref="IndexInput"/>. It never reads
/// outside of its bytes; the input is named in messages only.
/// </summary>
internal ref struct SpanReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly IndexInput _source;
    private int _position;

    public SpanReader(ReadOnlySpan<byte> bytes, IndexInput source, int position = 0)
    {
        _bytes = bytes;
        _source = source;
        _position = position;
    }

    /// <summary>Gets the index of the next byte.</summary>
    public readonly int Position => _position;

    /// <summary>Gets the bytes that are left.</summary>
    public readonly int Left => _bytes.Length - _position;

    public byte ReadByte()
    {
        int position = _position;
        if ((uint)position >= (uint)_bytes.Length)
        {
            throw EndOfBytes();
        }

        _position = position + 1;
        return _bytes[position];
    }

    /// <summary>Returns a view of the next bytes and moves behind them.</summary>
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)Left)
        {
            throw EndOfBytes();
        }

        ReadOnlySpan<byte> view = _bytes.Slice(_position, count);
        _position += count;
        return view;
    }

    /// <summary>Reads a 32-bit number of 1 to 5 bytes. Large ones come out negative, which callers must expect.</summary>
    public int ReadVInt32()
    {
        byte current = ReadByte();
        if (current < 0x80)
        {
            return current;
        }

        int value = current & 0x7F;
        for (int shift = 7; shift < 35; shift += 7)
        {
            current = ReadByte();
            value |= (current & 0x7F) << shift;
            if (current < 0x80)
            {
                return value;
            }
        }

        throw TooLong();
    }

    /// <summary>Reads a 64-bit number of 1 to 10 bytes.</summary>
    public long ReadVInt64()
    {
        byte current = ReadByte();
        if (current < 0x80)
        {
            return current;
        }

        long value = current & 0x7F;
        for (int shift = 7; shift < 70; shift += 7)
        {
            current = ReadByte();
            value |= (long)(current & 0x7F) << shift;
            if (current < 0x80)
            {
                return value;
            }
        }

        throw TooLong();
    }

    /// <summary>Reads a zig-zag coded 64-bit number.</summary>
    public long ReadZInt64()
    {
        ulong code = (ulong)ReadVInt64();
        return (long)(code >> 1) ^ -(long)(code & 1);
    }

    private readonly CorruptIndexException EndOfBytes() =>
        new($"data end too early, {_bytes.Length} bytes in", _source.Name, _source.Position);

    private readonly CorruptIndexException TooLong() =>
        new("a number of variable length does not end", _source.Name, _source.Position);
}
