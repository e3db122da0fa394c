using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Writes the distinct values of a sorted field with the reverse index for lookups; see <see cref="TermsDictionaryEntry"/> for
/// the meta data and <see cref="TermsDictionary"/> for the blocks.
/// </summary>
internal static class TermsDictionaryWriter
{
    private const int BlockMask = (1 << Lucene80DocValuesFormat.TermsBlockShift) - 1;
    private const int IndexMask = (1 << Lucene80DocValuesFormat.ReverseIndexShift) - 1;

    /// <summary>Writes the terms, which ascend in byte order and differ.</summary>
    public static void Write(IndexOutput meta, IndexOutput data, IReadOnlyList<byte[]> terms)
    {
        meta.WriteVInt64(terms.Count);
        meta.WriteInt32(Lucene80DocValuesFormat.TermsBlockShift);
        meta.WriteInt32(Lucene80DocValuesFormat.AddressesShift);

        long termsStart = data.Position;
        List<long> blockStarts = WriteBlocks(data, terms);
        long termsEnd = data.Position;
        DirectMonotonicWriter.Write(meta, data, blockStarts.ToArray(), Lucene80DocValuesFormat.AddressesShift);
        meta.WriteInt32(terms.Count == 0 ? 0 : terms.Max(term => term.Length));
        WriteRange(meta, termsStart, termsEnd);
        WriteRange(meta, termsEnd, data.Position);

        meta.WriteInt32(Lucene80DocValuesFormat.ReverseIndexShift);
        long keysStart = data.Position;
        List<long> keyStarts = WriteKeys(data, terms);
        long keysEnd = data.Position;
        DirectMonotonicWriter.Write(meta, data, keyStarts.ToArray(), Lucene80DocValuesFormat.AddressesShift);
        WriteRange(meta, keysStart, keysEnd);
        WriteRange(meta, keysEnd, data.Position);
    }

    private static List<long> WriteBlocks(IndexOutput data, IReadOnlyList<byte[]> terms)
    {
        long start = data.Position;
        var blockStarts = new List<long>();
        byte[] previous = [];
        for (int ord = 0; ord < terms.Count; ord++)
        {
            byte[] term = terms[ord];
            if (ord > 0 && previous.AsSpan().SequenceCompareTo(term) >= 0)
            {
                throw new ArgumentException($"value {ord} is not above the one before", nameof(terms));
            }

            if ((ord & BlockMask) == 0)
            {
                blockStarts.Add(data.Position - start);
                data.WriteVInt32(term.Length);
                data.WriteBytes(term);
            }
            else
            {
                WriteSuffix(data, term, previous.AsSpan().CommonPrefixLength(term));
            }

            previous = term;
        }

        return blockStarts;
    }

    private static void WriteSuffix(IndexOutput data, byte[] term, int prefix)
    {
        int suffix = term.Length - prefix;
        int inlinePrefix = Math.Min(prefix, TermsDictionary.MaxInlinePrefix);
        int inlineSuffix = Math.Min(suffix, TermsDictionary.MaxInlineSuffix);
        data.WriteByte((byte)(inlinePrefix | ((inlineSuffix - 1) << 4)));
        if (inlinePrefix == TermsDictionary.MaxInlinePrefix)
        {
            data.WriteVInt32(prefix - TermsDictionary.MaxInlinePrefix);
        }

        if (inlineSuffix == TermsDictionary.MaxInlineSuffix)
        {
            data.WriteVInt32(suffix - TermsDictionary.MaxInlineSuffix);
        }

        data.WriteBytes(term.AsSpan(prefix));
    }

    // Every 1024 terms, the shortest prefix that tells a term from the one before; then the end of all.
    private static List<long> WriteKeys(IndexOutput data, IReadOnlyList<byte[]> terms)
    {
        long start = data.Position;
        var keyStarts = new List<long>();
        for (int ord = 0; ord < terms.Count; ord += IndexMask + 1)
        {
            keyStarts.Add(data.Position - start);
            if (ord > 0)
            {
                int prefix = terms[ord - 1].AsSpan().CommonPrefixLength(terms[ord]);
                data.WriteBytes(terms[ord].AsSpan(0, prefix + 1));
            }
        }

        keyStarts.Add(data.Position - start);
        return keyStarts;
    }

    private static void WriteRange(IndexOutput meta, long start, long end)
    {
        meta.WriteInt64(start);
        meta.WriteInt64(end - start);
    }
}
