using System.Buffers.Binary;
using System.Text;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Store;

/// <summary>
/// Writes a file from front to back and keeps the checksum of all that was written. Numbers are big-endian unless a name says
/// otherwise (spec 2.1). For one thread.
/// </summary>
public sealed class IndexOutput : IDisposable
{
    private const int BufferSizeBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSizeBytes);
    private int _used;
    private long _flushed;
    private uint _crc;
    private int _crcUpTo;
    private bool _disposed;

    /// <summary>Creates an output that owns <paramref name="stream"/>.</summary>
    public IndexOutput(string name, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Name = name;
        _stream = stream;
    }

    /// <summary>Gets the name of the file.</summary>
    public string Name { get; }

    /// <summary>Gets the number of bytes written so far, which is the offset of the next one.</summary>
    public long Position => _flushed + _used;

    /// <summary>Gets the CRC-32 of all bytes written so far.</summary>
    public uint Checksum
    {
        get
        {
            _crc = Crc32.Append(_crc, _buffer.AsSpan(_crcUpTo, _used - _crcUpTo));
            _crcUpTo = _used;
            return _crc;
        }
    }

    /// <summary>Sets what is called before bytes go to the file, with their number; it may wait, or throw to end the writing.</summary>
    internal Action<int>? Pace { private get; set; }

    /// <summary>Writes one byte.</summary>
    public void WriteByte(byte value)
    {
        if (_used == _buffer.Length)
        {
            FlushBuffer();
        }

        _buffer[_used++] = value;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > _buffer.Length - _used)
        {
            int part = _buffer.Length - _used;
            bytes[..part].CopyTo(_buffer.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
            FlushBuffer();
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Writes 2 bytes.</summary>
    public void WriteInt16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), value);
        _used += 2;
    }

    /// <summary>Writes 4 bytes.</summary>
    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        _used += 4;
    }

    /// <summary>Writes 8 bytes.</summary>
    public void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        _used += 8;
    }

    /// <summary>Writes the 32-bit pattern of a number in 1 to 5 bytes, seven bits each, low bits first.</summary>
    public void WriteVInt32(int value)
    {
        Span<byte> room = Room(5);
        uint rest = (uint)value;
        int length = 0;
        while (rest >= 0x80)
        {
            room[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        room[length++] = (byte)rest;
        _used += length;
    }

    /// <summary>Writes the 64-bit pattern of a number in 1 to 10 bytes, seven bits each, low bits first.</summary>
    public void WriteVInt64(long value)
    {
        Span<byte> room = Room(10);
        ulong rest = (ulong)value;
        int length = 0;
        while (rest >= 0x80)
        {
            room[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        room[length++] = (byte)rest;
        _used += length;
    }

    /// <summary>Writes a 32-bit number zig-zag coded.</summary>
    public void WriteZInt32(int value) => WriteVInt32((value << 1) ^ (value >> 31));

    /// <summary>Writes a 64-bit number zig-zag coded.</summary>
    public void WriteZInt64(long value) => WriteVInt64((value << 1) ^ (value >> 63));

    /// <summary>Writes a string: its length in bytes, then UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public void WriteString(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        WriteVInt32(bytes.Length);
        WriteBytes(bytes);
    }

    /// <summary>Writes a map of strings: a count, then keys and values in the order given.</summary>
    public void WriteMap(IReadOnlyCollection<KeyValuePair<string, string>> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        WriteVInt32(map.Count);
        foreach ((string key, string value) in map)
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <summary>Writes a set of strings: a count, then the members in the order given.</summary>
    public void WriteSet(IReadOnlyCollection<string> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        WriteVInt32(set.Count);
        foreach (string member in set)
        {
            WriteString(member);
        }
    }

    /// <summary>Writes what is buffered and closes the stream.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            FlushBuffer();
        }
        finally
        {
            _stream.Dispose();
        }
    }

    private Span<byte> Room(int count)
    {
        if (count > _buffer.Length - _used)
        {
            FlushBuffer();
        }

        return _buffer.AsSpan(_used);
    }

    private void FlushBuffer()
    {
        _ = Checksum;
        Pace?.Invoke(_used);
        _stream.Write(_buffer, 0, _used);
        _flushed += _used;
        _used = 0;
        _crcUpTo = 0;
    }
}
