using System.Buffers;
using System.Buffers.Binary;

namespace SearchIndex.Tools;

/// <summary>Collects the bytes of a data file: numbers little-endian or as LEB128.</summary>
internal sealed class PackedWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets what was written so far.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    internal void WriteBytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    internal void WriteByte(byte value) => _bytes.Write([value]);

    internal void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(sizeof(ushort)), value);
        _bytes.Advance(sizeof(ushort));
    }

    internal void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    /// <summary>Writes seven bits a byte, the low ones first; the top bit says that more follow.</summary>
    internal void WriteVarInt(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        uint rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }
}
