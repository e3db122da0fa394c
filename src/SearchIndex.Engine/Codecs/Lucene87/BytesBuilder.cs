namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>A growing run of bytes in memory, used again and again by the writers of the inverted index.</summary>
internal sealed class BytesBuilder
{
    private const int InitialCapacity = 64;
    private const int LongestVInt64 = 10;

    private byte[] _bytes = new byte[InitialCapacity];
    private int _length;

    /// <summary>Gets the number of bytes.</summary>
    public int Length => _length;

    /// <summary>Gets the bytes; valid until the next change.</summary>
    public Span<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Forgets the bytes from <paramref name="length"/> on.</summary>
    public void Truncate(int length) => _length = length;

    /// <summary>Forgets all bytes.</summary>
    public void Clear() => _length = 0;

    public void WriteByte(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void WriteZeros(int count)
    {
        Reserve(count);
        _bytes.AsSpan(_length, count).Clear();
        _length += count;
    }

    /// <summary>Writes the 32-bit pattern of a number in 1 to 5 bytes, seven bits each, low bits first.</summary>
    public void WriteVInt32(int value) => WriteVInt64((uint)value);

    /// <summary>Writes the 64-bit pattern of a number in 1 to 10 bytes, seven bits each, low bits first.</summary>
    public void WriteVInt64(long value)
    {
        Reserve(LongestVInt64);
        ulong rest = (ulong)value;
        while (rest >= 0x80)
        {
            _bytes[_length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _bytes[_length++] = (byte)rest;
    }

    /// <summary>Writes a 64-bit number zig-zag coded.</summary>
    public void WriteZInt64(long value) => WriteVInt64((value << 1) ^ (value >> 63));

    private void Reserve(int count)
    {
        if (count > _bytes.Length - _length)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_length + count), (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        }
    }
}
