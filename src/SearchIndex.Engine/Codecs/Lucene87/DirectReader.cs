using System.Buffers.Binary;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads single numbers out of what <see cref="DirectWriter"/> packed (spec 8.1). Has no state of its own.</summary>
internal static class DirectReader
{
    /// <summary>Reads number <paramref name="index"/> of the packed data at <paramref name="offset"/>; width 0 gives 0.</summary>
    /// <exception cref="CorruptIndexException">The number lies outside of the input.</exception>
    public static ulong Get(IndexInput data, long offset, int bitsPerValue, long index)
    {
        switch (bitsPerValue)
        {
            case 0:
                return 0;
            case 8:
                return data.SpanAt(offset + index, 1)[0];
            case 16:
                return BinaryPrimitives.ReadUInt16BigEndian(data.SpanAt(offset + (index * 2), 2));
            case 32:
                return BinaryPrimitives.ReadUInt32BigEndian(data.SpanAt(offset + (index * 4), 4));
            case 64:
                return BinaryPrimitives.ReadUInt64BigEndian(data.SpanAt(offset + (index * 8), 8));
            default:
                return GetUnaligned(data, offset, bitsPerValue, index);
        }
    }

    /// <summary>Reads the numbers of ascending indexes; whole bytes are looked up without a call for each.</summary>
    /// <exception cref="CorruptIndexException">A number lies outside of the input.</exception>
    public static void Get(IndexInput data, long offset, int bitsPerValue, ReadOnlySpan<int> indexes, Span<long> values)
    {
        if (bitsPerValue != 8 || indexes.IsEmpty)
        {
            for (int index = 0; index < indexes.Length; index++)
            {
                values[index] = (long)Get(data, offset, bitsPerValue, indexes[index]);
            }

            return;
        }

        int first = indexes[0];
        ReadOnlySpan<byte> bytes = data.SpanAt(offset + first, indexes[^1] - first + 1);
        values = values[..indexes.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = bytes[indexes[index] - first];
        }
    }

    /// <summary>Checks that a width is 0 or one of the format.</summary>
    /// <exception cref="CorruptIndexException">It is not.</exception>
    public static int CheckWidth(int bitsPerValue, IndexInput meta) =>
        bitsPerValue == 0 || DirectWriter.IsWidth(bitsPerValue)
            ? bitsPerValue
            : throw new CorruptIndexException($"width of {bitsPerValue} bits", meta.Name, meta.Position);

    private static ulong GetUnaligned(IndexInput data, long offset, int bitsPerValue, long index)
    {
        long firstBit = index * bitsPerValue;
        int bitsBefore = (int)(firstBit & 7);
        int bitsUpToEnd = bitsBefore + bitsPerValue;

        // No width crosses more than 8 bytes: those that are no multiple of 8 have at most 28 bits.
        long start = offset + (firstBit >> 3);
        if (start <= data.Length - sizeof(ulong))
        {
            ulong whole = BinaryPrimitives.ReadUInt64BigEndian(data.SpanAt(start, sizeof(ulong)));
            return (whole >> (64 - bitsUpToEnd)) & (ulong.MaxValue >> (64 - bitsPerValue));
        }

        ReadOnlySpan<byte> bytes = data.SpanAt(start, (bitsUpToEnd + 7) >> 3);
        ulong word = 0;
        foreach (byte part in bytes)
        {
            word = (word << 8) | part;
        }

        return (word >> ((bytes.Length * 8) - bitsUpToEnd)) & (ulong.MaxValue >> (64 - bitsPerValue));
    }
}
