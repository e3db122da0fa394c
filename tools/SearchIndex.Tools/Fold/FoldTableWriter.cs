namespace SearchIndex.Tools.Fold;

/// <summary>Packs a fold table; the grammar stands with the engine's FoldTable, which reads it.</summary>
internal static class FoldTableWriter
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Magic => "FOLD"u8;

    /// <summary>Packs the units of <paramref name="table"/> that do not map to themselves.</summary>
    internal static byte[] Pack(ReadOnlySpan<char> table)
    {
        int count = 0;
        int previous = -1;
        var pairs = new PackedWriter();
        for (int unit = 0; unit < table.Length; unit++)
        {
            int difference = table[unit] - unit;
            if (difference == 0)
            {
                continue;
            }

            pairs.WriteVarInt(unit - previous);
            pairs.WriteVarInt((difference << 1) ^ (difference >> 31));
            previous = unit;
            count++;
        }

        var packed = new PackedWriter();
        packed.WriteBytes(Magic);
        packed.WriteVarInt(Version);
        packed.WriteVarInt(count);
        packed.WriteBytes(pairs.Written);
        return packed.Written.ToArray();
    }
}
