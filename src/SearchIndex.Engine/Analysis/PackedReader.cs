using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte ReadByte()
    {
        if ((uint)_position >= (uint)_bytes.Length)
        {
            ThrowTooShort(1);
        }

        return _bytes[_position++];
    }

    internal ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    internal int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads seven bits a byte, the low ones first, up to 31 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ReadVarInt()
    {
        byte first = ReadByte();
        return first < 0x80 ? first : ReadFurther(first);
    }

    /// <summary>Reads a number of bytes.</summary>
    internal ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - _position))
        {
            ThrowTooShort(count);
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    // Compiled at once: it runs a hundred thousand times before the first answer, too early for the compiler to see that it is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadFurther(byte first)
    {
        const int MaxShift = 28;
        int value = first & 0x7F;
        for (int shift = 7; shift <= MaxShift; shift += 7)
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

    [DoesNotReturn]
    private readonly void ThrowTooShort(int count) =>
        throw new InvalidDataException($"{count} bytes wanted at {_position}, {_bytes.Length - _position} are left");
}
