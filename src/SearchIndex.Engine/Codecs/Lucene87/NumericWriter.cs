using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Chooses the form of the numbers of a field as Java does, and writes them; see <see cref="NumericEntry"/> for the layout. The
/// blocks form is left out: for the dates and counts of this engine it saves little.
/// </summary>
internal static class NumericWriter
{
    private const int NoTable = -1;
    private const long NoJumpTable = -1;

    // Differences of numbers beyond ±2^62 may overflow.
    private const long LargestForGcd = long.MaxValue / 2;
    private const long SmallestForGcd = long.MinValue / 2;

    /// <summary>Writes what follows the documents with a value: numValues up to jumpTableOffset.</summary>
    public static void Write(IndexOutput meta, IndexOutput data, ReadOnlySpan<long> values)
    {
        meta.WriteInt64(values.Length);
        (long min, long max) = MinAndMax(values);
        if (min == max)
        {
            WriteMeta(meta, [], bitsPerValue: 0, min, gcd: 1, data.Position, 0);
            return;
        }

        long gcd = CommonDivisor(values);
        ulong range = (ulong)(max - min) / (ulong)gcd;
        int bits = DirectWriter.BitsRequired(range);
        if (DistinctSorted(values) is { } table && DirectWriter.BitsRequired((ulong)(table.Length - 1)) < bits)
        {
            WriteTable(meta, data, values, table);
            return;
        }

        if (gcd == 1 && min > 0 && DirectWriter.BitsRequired((ulong)max) == bits)
        {
            min = 0; // Same width, and one addition less for the reader of Java.
        }

        WritePlain(meta, data, values, bits, min, gcd);
    }

    private static (long Min, long Max) MinAndMax(ReadOnlySpan<long> values)
    {
        if (values.IsEmpty)
        {
            return (0, 0);
        }

        long min = values[0];
        long max = values[0];
        foreach (long value in values)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return (min, max);
    }

    private static long CommonDivisor(ReadOnlySpan<long> values)
    {
        long gcd = 0;
        foreach (long value in values)
        {
            if (value is < SmallestForGcd or > LargestForGcd)
            {
                return 1;
            }

            gcd = GreatestCommonDivisor(gcd, Math.Abs(value - values[0]));
            if (gcd == 1)
            {
                return 1;
            }
        }

        return gcd;
    }

    private static long GreatestCommonDivisor(long first, long second)
    {
        while (second != 0)
        {
            (first, second) = (second, first % second);
        }

        return first;
    }

    private static long[]? DistinctSorted(ReadOnlySpan<long> values)
    {
        var distinct = new HashSet<long>();
        foreach (long value in values)
        {
            if (distinct.Add(value) && distinct.Count > Lucene80DocValuesFormat.MaxTableSize)
            {
                return null;
            }
        }

        return [.. distinct.Order()];
    }

    private static void WriteTable(IndexOutput meta, IndexOutput data, ReadOnlySpan<long> values, long[] table)
    {
        long start = data.Position;
        int bits = DirectWriter.BitsRequired((ulong)(table.Length - 1));
        var packed = new DirectWriter(data, bits);
        foreach (long value in values)
        {
            packed.Add((ulong)Array.BinarySearch(table, value));
        }

        packed.Finish();
        WriteMeta(meta, table, bits, min: 0, gcd: 1, start, data.Position - start);
    }

    private static void WritePlain(IndexOutput meta, IndexOutput data, ReadOnlySpan<long> values, int bits, long min, long gcd)
    {
        long start = data.Position;
        var packed = new DirectWriter(data, bits);
        foreach (long value in values)
        {
            packed.Add((ulong)(value - min) / (ulong)gcd);
        }

        packed.Finish();
        WriteMeta(meta, [], bits, min, gcd, start, data.Position - start);
    }

    private static void WriteMeta(
        IndexOutput meta, long[] table, int bitsPerValue, long min, long gcd, long valuesOffset, long valuesLength)
    {
        meta.WriteInt32(table.Length == 0 ? NoTable : table.Length);
        foreach (long value in table)
        {
            meta.WriteInt64(value);
        }

        meta.WriteByte((byte)bitsPerValue);
        meta.WriteInt64(min);
        meta.WriteInt64(gcd);
        meta.WriteInt64(valuesOffset);
        meta.WriteInt64(valuesLength);
        meta.WriteInt64(NoJumpTable);
    }
}
