using System.Buffers.Binary;

namespace SearchIndex.Engine.Util;

/// <summary>Turns numbers into bytes whose unsigned order is the order of the numbers (spec 10), and back.</summary>
public static class NumericUtils
{
    /// <summary>Writes a number as 8 bytes: big-endian, the sign bit flipped.</summary>
    public static void Int64ToSortableBytes(long value, Span<byte> bytes) =>
        BinaryPrimitives.WriteInt64BigEndian(bytes, value ^ long.MinValue);

    /// <summary>Writes a number as 4 bytes: big-endian, the sign bit flipped.</summary>
    public static void Int32ToSortableBytes(int value, Span<byte> bytes) =>
        BinaryPrimitives.WriteInt32BigEndian(bytes, value ^ int.MinValue);

    /// <summary>Reads a number out of 8 bytes.</summary>
    public static long SortableBytesToInt64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;

    /// <summary>Reads a number out of 4 bytes.</summary>
    public static int SortableBytesToInt32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes) ^ int.MinValue;
}
