using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Packs a sequence that never falls as the distances from a straight line, block by block (spec 8.2).
/// <code>
/// meta := (min:long avg:float offset:long width:byte)*      one for each block of 2^shift numbers
/// data := DirectWriter run of each block whose width is not 0
/// </code>
/// </summary>
internal static class DirectMonotonicWriter
{
    /// <summary>Writes the numbers: what describes the blocks to <paramref name="meta"/>, the rest to <paramref name="data"/>.</summary>
    public static void Write(IndexOutput meta, IndexOutput data, ReadOnlySpan<long> values, int blockShift)
    {
        long dataStart = data.Position;
        var distances = new long[Math.Min(values.Length, 1 << blockShift)];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, 1 << blockShift);
            WriteBlock(meta, data, values[..count], distances.AsSpan(0, count), dataStart);
            values = values[count..];
        }
    }

    /// <summary>Returns the expected value of entry <paramref name="index"/> of a block, less the block's minimum.</summary>
    public static long Expected(float average, long index)
    {
        // Java computes this in single precision and truncates; a wider product would give other numbers.
        float product = average * (float)index;
        return (long)product;
    }

    private static void WriteBlock(
        IndexOutput meta, IndexOutput data, ReadOnlySpan<long> values, Span<long> distances, long dataStart)
    {
        float average = (float)((double)(values[^1] - values[0]) / Math.Max(1, values.Length - 1));
        long min = long.MaxValue;
        for (int index = 0; index < values.Length; index++)
        {
            distances[index] = values[index] - Expected(average, index);
            min = Math.Min(min, distances[index]);
        }

        ulong largest = 0;
        foreach (long distance in distances)
        {
            largest = Math.Max(largest, (ulong)(distance - min));
        }

        int width = largest == 0 ? 0 : DirectWriter.BitsRequired(largest);
        meta.WriteInt64(min);
        meta.WriteInt32(BitConverter.SingleToInt32Bits(average));
        meta.WriteInt64(data.Position - dataStart);
        meta.WriteByte((byte)width);
        if (width == 0)
        {
            return;
        }

        var packed = new DirectWriter(data, width);
        foreach (long distance in distances)
        {
            packed.Add((ulong)(distance - min));
        }

        packed.Finish();
    }
}
