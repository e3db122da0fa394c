using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>Reads the code of a block prefix (spec 6.4).</summary>
internal static class FloorCode
{
    private const int FloorFlag = 1;
    private const int TermsFlag = 2;

    /// <summary>Returns where the first block of a prefix lies.</summary>
    public static long FirstBlock(ReadOnlySpan<byte> code, IndexInput source) =>
        (long)((ulong)new SpanReader(code, source).ReadVInt64() >> 2);

    /// <summary>
    /// Chooses the block of a prefix that can hold a term.
    /// </summary>
    /// <param name="code">The code of the prefix.</param>
    /// <param name="next">The byte of the term behind the prefix, or -1 when it ends there.</param>
    /// <param name="source">Where the code came from, for messages.</param>
    /// <param name="hasTerms">Whether the block holds a term at all.</param>
    /// <returns>Where the block lies.</returns>
    public static long Choose(ReadOnlySpan<byte> code, int next, IndexInput source, out bool hasTerms)
    {
        var reader = new SpanReader(code, source);
        ulong head = (ulong)reader.ReadVInt64();
        long first = (long)(head >> 2);
        hasTerms = (head & TermsFlag) != 0;
        if ((head & FloorFlag) == 0 || next < 0)
        {
            return first;
        }

        long chosen = first;
        for (int further = reader.ReadVInt32(); further > 0; further--)
        {
            if (reader.ReadByte() > next)
            {
                break;
            }

            ulong floor = (ulong)reader.ReadVInt64();
            chosen = first + (long)(floor >> 1);
            hasTerms = (floor & 1) != 0;
        }

        return chosen;
    }
}
