using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads and writes which documents of a segment are live (spec 11.1):
/// <c>liv := Header("Lucene50LiveDocs", 0, id, N36(generation)) word:long* Footer</c>, a bit that is set for each live document.
/// Example of 5 documents with document 2 deleted: <c>00 00 00 00 00 00 00 1b</c>.
/// </summary>
internal static class Lucene50LiveDocsFormat
{
    public const string Extension = "liv";

    private const string CodecName = "Lucene50LiveDocs";
    private const int FormatVersion = 0;

    public static FixedBitSet Read(IndexDirectory directory, SegmentInfo segment, long generation, int deletedCount)
    {
        using IndexInput input = directory.OpenInput(IndexFileNames.GenerationFile(segment.Name, generation, Extension));
        CodecUtil.CheckWholeFile(input);
        CodecUtil.CheckIndexHeader(
            input, CodecName, FormatVersion, FormatVersion, segment.Id.Span, IndexFileNames.ToBase36(generation));
        long expectedBytes = (long)FixedBitSet.WordCount(segment.MaxDoc) * sizeof(long);
        long foundBytes = input.Length - CodecUtil.FooterLength - input.Position;
        if (foundBytes != expectedBytes)
        {
            throw new CorruptIndexException(
                $"{foundBytes} bytes of bits instead of {expectedBytes} for {segment.MaxDoc} documents", input.Name, input.Position);
        }

        var live = new FixedBitSet(segment.MaxDoc);
        foreach (ref ulong word in live.Words)
        {
            word = (ulong)input.ReadInt64();
        }

        CheckCount(live, segment.MaxDoc - deletedCount, input);
        return live;
    }

    public static string Write(IndexDirectory directory, SegmentInfo segment, long generation, FixedBitSet liveDocs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(liveDocs.Length, segment.MaxDoc);
        string name = IndexFileNames.GenerationFile(segment.Name, generation, Extension);
        using IndexOutput output = directory.CreateOutput(name);
        CodecUtil.WriteIndexHeader(output, CodecName, FormatVersion, segment.Id.Span, IndexFileNames.ToBase36(generation));
        foreach (ulong word in liveDocs.Words)
        {
            output.WriteInt64((long)word);
        }

        CodecUtil.WriteFooter(output);
        return name;
    }

    private static void CheckCount(FixedBitSet live, int expected, IndexInput input)
    {
        int unusedBits = (live.Words.Length * 64) - live.Length;
        bool hasUnused = unusedBits > 0 && live.Words[^1] >> (64 - unusedBits) != 0;
        int found = live.Cardinality();
        if (hasUnused || found != expected)
        {
            throw new CorruptIndexException($"{found} live documents instead of {expected}", input.Name, input.Position);
        }
    }
}
