using System.Numerics;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>The lists of numbers at the start of a chunk of stored fields (spec 9.2): one, all equal, or packed big-endian (2.2).</summary>
internal static class StoredFieldsInts
{
    private const int MaxBits = 31;

    public static void Write(IndexOutput output, ReadOnlySpan<int> values)
    {
        if (values.Length == 1)
        {
            output.WriteVInt32(values[0]);
            return;
        }

        if (values.IndexOfAnyExcept(values[0]) < 0)
        {
            output.WriteVInt32(0);
            output.WriteVInt32(values[0]);
            return;
        }

        uint all = 0;
        foreach (int value in values)
        {
            all |= (uint)value;
        }

        int bits = 32 - BitOperations.LeadingZeroCount(all);
        output.WriteVInt32(bits);
        WritePacked(output, values, bits);
    }

    /// <summary>Reads a list of <paramref name="count"/> numbers, 1 or more; none of them is negative.</summary>
    public static int[] Read(IndexInput input, int count)
    {
        var values = new int[count];
        if (count == 1)
        {
            values[0] = ReadOne(input);
            return values;
        }

        int bits = input.ReadVInt32();
        if (bits == 0)
        {
            values.AsSpan().Fill(ReadOne(input));
            return values;
        }

        long byteCount = (((long)count * bits) + 7) / 8;
        if (bits is < 0 or > MaxBits || byteCount > int.MaxValue)
        {
            throw new CorruptIndexException($"{count} numbers of {bits} bits", input.Name, input.Position);
        }

        ReadPacked(input.ReadSpan((int)byteCount), values, bits);
        return values;
    }

    private static int ReadOne(IndexInput input)
    {
        int value = input.ReadVInt32();
        return value >= 0 ? value : throw new CorruptIndexException($"count or length of {value}", input.Name, input.Position);
    }

    private static void WritePacked(IndexOutput output, ReadOnlySpan<int> values, int bits)
    {
        ulong pending = 0;
        int pendingBits = 0;
        foreach (int value in values)
        {
            pending = (pending << bits) | (uint)value;
            pendingBits += bits;
            while (pendingBits >= 8)
            {
                pendingBits -= 8;
                output.WriteByte((byte)(pending >> pendingBits));
            }
        }

        if (pendingBits > 0)
        {
            output.WriteByte((byte)(pending << (8 - pendingBits)));
        }
    }

    private static void ReadPacked(ReadOnlySpan<byte> bytes, Span<int> values, int bits)
    {
        ulong pending = 0;
        int pendingBits = 0;
        int next = 0;
        foreach (ref int value in values)
        {
            while (pendingBits < bits)
            {
                pending = (pending << 8) | bytes[next++];
                pendingBits += 8;
            }

            pendingBits -= bits;
            value = (int)((pending >> pendingBits) & ((1UL << bits) - 1));
        }
    }
}
