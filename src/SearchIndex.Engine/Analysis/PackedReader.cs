using System.Buffers.Binary;

namespace SearchIndex.Engine.Analysis;

/// <summary>Reads the numbers of the data files that this assembly embeds, little-endian and LEB128, and never past the end.</summary>
internal ref struct PackedReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    internal PackedReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _position = 0;
    }

    /// <summary>Gets whether every byte was read.</summary>
    internal readonly bool IsAtEnd => _position == _bytes.Length;

    internal byte ReadByte() => Take(1)[0];

    internal ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    internal int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads seven bits a byte, the low ones first, up to 31 bits.</summary>
    internal int ReadVarInt()
    {
        const int MaxShift = 28;
        int value = 0;
        for (int shift = 0; shift <= MaxShift; shift += 7)
        {
            byte part = ReadByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value >= 0 ? value : throw new InvalidDataException("a number of more than 31 bits");
            }
        }

        throw new InvalidDataException("a number of more than five bytes");
    }

    /// <summary>Reads a number of bytes.</summary>
    internal ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - _position))
        {
            throw new InvalidDataException($"{count} bytes wanted at {_position}, {_bytes.Length - _position} are left");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }
}
