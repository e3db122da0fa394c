using System.Buffers.Binary;
using System.Text;

namespace SearchIndex.Engine.Store;

/// <summary>
/// A cursor over a file or a part of one. Numbers are big-endian unless a name says otherwise (spec 2.1). A cursor belongs to one
/// thread; <see cref="Clone"/> and <see cref="Slice"/> give further cursors over the same bytes, and only the input that the
/// directory opened gives the file back when it is disposed.
/// </summary>
public sealed class IndexInput : IDisposable
{
    private readonly ByteSource _source;
    private readonly long _start;
    private readonly long _end;
    private readonly bool _owner;
    private long _position;

    /// <summary>Creates the owning cursor of a whole file.</summary>
    public IndexInput(string name, ByteSource source)
        : this(name, source, 0, source?.Length ?? 0, owner: true)
    {
    }

    private IndexInput(string name, ByteSource source, long start, long end, bool owner)
    {
        ArgumentNullException.ThrowIfNull(source);
        Name = name;
        _source = source;
        _start = start;
        _end = end;
        _owner = owner;
        _position = start;
    }

    /// <summary>Gets the name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>Gets the number of bytes that this cursor can see.</summary>
    public long Length => _end - _start;

    /// <summary>Gets or sets the offset of the next byte to read, from the start of this cursor's part.</summary>
    /// <exception cref="CorruptIndexException">The offset lies outside.</exception>
    public long Position
    {
        get => _position - _start;
        set
        {
            if ((ulong)value > (ulong)Length)
            {
                throw new CorruptIndexException($"offset {value} is outside of the {Length} bytes", Name, Position);
            }

            _position = _start + value;
        }
    }

    /// <summary>Returns a view of the next <paramref name="count"/> bytes and moves behind them. Nothing is copied.</summary>
    /// <exception cref="CorruptIndexException">Fewer bytes are left.</exception>
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if (count < 0 || count > _end - _position)
        {
            throw EndOfFile(count);
        }

        ReadOnlySpan<byte> view = _source.View(_position, count);
        _position += count;
        return view;
    }

    /// <summary>Returns a view of up to <paramref name="maxCount"/> of the next bytes without moving.</summary>
    public ReadOnlySpan<byte> Peek(int maxCount) =>
        _source.View(_position, (int)Math.Min(maxCount, _end - _position));

    /// <summary>Returns a view of bytes at an offset of this cursor's part, without moving.</summary>
    /// <exception cref="CorruptIndexException">They do not lie inside.</exception>
    public ReadOnlySpan<byte> SpanAt(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
        {
            throw new CorruptIndexException($"{count} bytes wanted, the part has {Length}", Name, offset);
        }

        return _source.View(_start + offset, count);
    }

    /// <summary>Moves over <paramref name="count"/> bytes.</summary>
    public void Skip(long count) => Position += count;

    /// <summary>Reads one byte.</summary>
    public byte ReadByte() => ReadSpan(1)[0];

    /// <summary>Reads 2 bytes.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    /// <summary>Reads 4 bytes.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    /// <summary>Reads 8 bytes.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>Reads a 32-bit number of 1 to 5 bytes, seven bits each, low bits first.</summary>
    public int ReadVInt32()
    {
        ReadOnlySpan<byte> bytes = Peek(5);
        uint value = 0;
        for (int index = 0; index < bytes.Length; index++)
        {
            byte current = bytes[index];
            value |= (uint)(current & 0x7F) << (7 * index);
            if (current < 0x80)
            {
                _position += index + 1;
                return (int)value;
            }
        }

        throw BadVariableLength(bytes.Length, 5);
    }

    /// <summary>Reads a 64-bit number of 1 to 10 bytes, seven bits each, low bits first.</summary>
    public long ReadVInt64()
    {
        ReadOnlySpan<byte> bytes = Peek(10);
        ulong value = 0;
        for (int index = 0; index < bytes.Length; index++)
        {
            byte current = bytes[index];
            value |= (ulong)(current & 0x7F) << (7 * index);
            if (current < 0x80)
            {
                _position += index + 1;
                return (long)value;
            }
        }

        throw BadVariableLength(bytes.Length, 10);
    }

    /// <summary>Reads a zig-zag coded 32-bit number.</summary>
    public int ReadZInt32()
    {
        uint code = (uint)ReadVInt32();
        return (int)(code >> 1) ^ -(int)(code & 1);
    }

    /// <summary>Reads a zig-zag coded 64-bit number.</summary>
    public long ReadZInt64()
    {
        ulong code = (ulong)ReadVInt64();
        return (long)(code >> 1) ^ -(long)(code & 1);
    }

    /// <summary>Reads a string: its length in bytes, then UTF-8.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadSpan(ReadVInt32()));

    /// <summary>Reads a map of strings: a count, then keys and values.</summary>
    public Dictionary<string, string> ReadMap()
    {
        int count = ReadCount();
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            string key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    /// <summary>Reads a set of strings: a count, then the members.</summary>
    public HashSet<string> ReadSet()
    {
        int count = ReadCount();
        var set = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            set.Add(ReadString());
        }

        return set;
    }

    /// <summary>Returns a cursor of its own at the same place.</summary>
    public IndexInput Clone() => new(Name, _source, _start, _end, owner: false) { _position = _position };

    /// <summary>Returns a cursor over a part of this one, at its start.</summary>
    /// <exception cref="CorruptIndexException">The part does not lie inside.</exception>
    public IndexInput Slice(string name, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new CorruptIndexException($"part of {length} bytes lies outside of the {Length} bytes", Name, offset);
        }

        return new IndexInput(name, _source, _start + offset, _start + offset + length, owner: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_owner)
        {
            _source.Release();
        }
    }

    /// <summary>Reads how many things follow, each of at least a byte.</summary>
    private int ReadCount()
    {
        int count = ReadVInt32();
        return count >= 0 && count <= _end - _position
            ? count
            : throw new CorruptIndexException($"{count} members in {_end - _position} bytes", Name, Position);
    }

    private CorruptIndexException EndOfFile(int count) =>
        new($"{count} bytes wanted, {_end - _position} left", Name, Position);

    private CorruptIndexException BadVariableLength(int seen, int longest) =>
        new(seen < longest ? "the file ends inside a number" : $"a number is longer than {longest} bytes", Name, Position);
}
