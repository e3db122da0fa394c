namespace SearchIndex.Tools.SmartCn;

/// <summary>Packs a lexicon; the grammar stands with the engine's PackedLexicon, which reads it.</summary>
internal static class LexiconPacker
{
    private const int Version = 1;
    private const int UnitBeforeHan = 0x4DFF;

    private static ReadOnlySpan<byte> Magic => "SCNP"u8;

    /// <summary>Packs a lexicon.</summary>
    internal static byte[] Pack(LexiconContents contents)
    {
        var shapes = new PackedWriter();
        var firstUnits = new PackedWriter();
        var furtherUnits = new PackedWriter();
        string previous = string.Empty;
        foreach (string word in contents.Words)
        {
            int shared = word.AsSpan().CommonPrefixLength(previous);
            shapes.WriteByte((byte)((shared << 4) | (word.Length - shared)));
            firstUnits.WriteVarInt(word[shared] - (shared < previous.Length ? previous[shared] : UnitBeforeHan));
            foreach (char unit in word.AsSpan(shared + 1))
            {
                furtherUnits.WriteUInt16(unit);
            }

            previous = word;
        }

        var frequencies = new PackedWriter();
        foreach (int frequency in contents.Frequencies)
        {
            frequencies.WriteVarInt(frequency);
        }

        (PackedWriter rows, PackedWriter pairFrequencies) = PackPairs(contents);
        return Join(contents, shapes, firstUnits, furtherUnits, frequencies, rows, pairFrequencies);
    }

    private static (PackedWriter Rows, PackedWriter Frequencies) PackPairs(LexiconContents contents)
    {
        var rows = new PackedWriter();
        var frequencies = new PackedWriter();
        foreach (IReadOnlyList<(int Second, int Frequency)> row in contents.Pairs)
        {
            rows.WriteVarInt(row.Count);
            int previous = -1;
            foreach ((int second, int frequency) in row)
            {
                rows.WriteVarInt(second - previous - 1);
                frequencies.WriteVarInt(frequency);
                previous = second;
            }
        }

        return (rows, frequencies);
    }

    private static byte[] Join(LexiconContents contents, params ReadOnlySpan<PackedWriter> sections)
    {
        var packed = new PackedWriter();
        packed.WriteBytes(Magic);
        packed.WriteInt32(Version);
        packed.WriteInt32(contents.Words.Length);
        packed.WriteInt32(contents.Pairs.Count);
        packed.WriteInt32(contents.PairCount);
        foreach (PackedWriter section in sections)
        {
            packed.WriteInt32(section.Written.Length);
        }

        packed.WriteUInt16((ushort)contents.Delimiters.Length);
        foreach (char delimiter in contents.Delimiters)
        {
            packed.WriteUInt16(delimiter);
        }

        foreach (PackedWriter section in sections)
        {
            packed.WriteBytes(section.Written);
        }

        return packed.Written.ToArray();
    }
}
