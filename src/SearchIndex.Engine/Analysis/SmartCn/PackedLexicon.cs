using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// The words and pairs of words of the SmartCn dictionaries with their frequencies, as <c>tools/SearchIndex.Tools</c> packs them
/// (spec 13.2, "format P"). Ids: 0 to <see cref="WordCount"/> - 1 the words of Han characters in ordinal order; then the four
/// <see cref="SpecialWord"/>s; then the delimiters, ascending. Grammar, little-endian, varint = LEB128:
/// <code>
/// file = "SCNP" version:u32 wordCount:u32 entryCount:u32 pairCount:u32 sectionLength:u32[6]
///        delimiterCount:u16 delimiter:u16[] section*6
/// section 0, per word: one byte, units shared with the word before it &lt;&lt; 4 | further units
/// section 1, per word: varint, first further unit less the unit of the word before it at this place (less 4DFF if it has none)
/// section 2, per word: the other further units, u16 each
/// section 3: varint frequencies of the words and special words
/// section 4, per entry: varint number of pairs that it begins, then per pair varint id of the second less the id before it less 1
/// section 5: varint frequencies of the pairs, in the same order
/// </code>
/// Example: the words 一 and 一一 of a file are <c>01 11</c> in section 0 and <c>01 01</c> in section 1.
/// </summary>
internal sealed class PackedLexicon
{
    /// <summary>The unit before the first Han character.</summary>
    internal const int UnitBeforeHan = CharacterTypes.FirstHan - 1;

    /// <summary>The frequency of every delimiter, and the sum that others are measured by (spec 1, MAXF).</summary>
    internal const int MaxFrequency = 2_159_997;

    /// <summary>Words are shorter than this many units.</summary>
    internal const int WordLengthLimit = 16;

    private const int Version = 1;
    private const int SectionCount = 6;
    private const int SpecialWordCount = 4;

    // Room for the units of all words as a rule; it grows when a lexicon has longer ones.
    private const int UsualWordLength = 3;

    // Bounds the room taken before a damaged file has shown its contents.
    private const int CountLimit = 1 << 22;

    private readonly char[] _units;
    private readonly int[] _wordStarts;

    private PackedLexicon(int wordCount, int entryCount, char[] delimiters, char[] units, int[] wordStarts, int[] frequencies)
    {
        WordCount = wordCount;
        EntryCount = entryCount;
        Delimiters = delimiters;
        _units = units;
        _wordStarts = wordStarts;
        Frequencies = frequencies;
    }

    private static ReadOnlySpan<byte> Magic => "SCNP"u8;

    /// <summary>Gets the number of words of Han characters.</summary>
    internal int WordCount { get; }

    /// <summary>Gets the number of words, special words and delimiters.</summary>
    internal int EntryCount { get; }

    /// <summary>Gets the delimiters that pairs are known of, ascending.</summary>
    internal char[] Delimiters { get; }

    /// <summary>Gets the frequency of each entry.</summary>
    internal int[] Frequencies { get; }

    /// <summary>Gets, per entry and for the end, where its pairs start in <see cref="Seconds"/>.</summary>
    internal int[] RowStarts { get; private set; } = [];

    /// <summary>Gets the ids of the second entries of all pairs, ascending in a row.</summary>
    internal int[] Seconds { get; private set; } = [];

    /// <summary>Gets the frequency of each pair.</summary>
    internal int[] PairFrequencies { get; private set; } = [];

    /// <summary>Returns the Han characters of a word.</summary>
    internal ReadOnlySpan<char> Word(int id) => _units.AsSpan(_wordStarts[id].._wordStarts[id + 1]);

    /// <summary>Reads a lexicon from its packed form.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a lexicon.</exception>
    internal static PackedLexicon Parse(ReadOnlySpan<byte> bytes)
    {
        var header = new PackedReader(bytes);
        if (!header.Take(Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException($"a lexicon begins with {Encoding.ASCII.GetString(Magic)}");
        }

        int version = header.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"lexicon version {version} found, {Version} expected");
        }

        int wordCount = ReadCount(ref header);
        int entryCount = ReadCount(ref header);
        int pairCount = ReadCount(ref header);
        Span<int> sectionLengths = stackalloc int[SectionCount];
        for (int section = 0; section < SectionCount; section++)
        {
            sectionLengths[section] = header.ReadInt32();
        }

        var delimiters = new char[header.ReadUInt16()];
        for (int index = 0; index < delimiters.Length; index++)
        {
            delimiters[index] = (char)header.ReadUInt16();
        }

        int frequencyCount = wordCount + SpecialWordCount;
        if (entryCount != frequencyCount + delimiters.Length)
        {
            throw new InvalidDataException($"{entryCount} entries in a lexicon of {wordCount} words and {delimiters.Length} delimiters");
        }

        var shapes = new PackedReader(header.Take(sectionLengths[0]));
        var firstUnits = new PackedReader(header.Take(sectionLengths[1]));
        var furtherUnits = new PackedReader(header.Take(sectionLengths[2]));
        (char[] units, int[] wordStarts) = ReadWords(wordCount, ref shapes, ref firstUnits, ref furtherUnits);

        var wordFrequencies = new PackedReader(header.Take(sectionLengths[3]));
        var frequencies = new int[entryCount];
        ReadVarInts(ref wordFrequencies, frequencies.AsSpan(0, frequencyCount));
        frequencies.AsSpan(frequencyCount).Fill(MaxFrequency);

        var lexicon = new PackedLexicon(wordCount, entryCount, delimiters, units, wordStarts, frequencies);
        var rows = new PackedReader(header.Take(sectionLengths[4]));
        var pairFrequencies = new PackedReader(header.Take(sectionLengths[5]));
        lexicon.ReadPairs(pairCount, ref rows, ref pairFrequencies);
        return lexicon;
    }

    // This and the other loops over all words or pairs are compiled at once: they run once, before the first answer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (char[] Units, int[] WordStarts) ReadWords(
        int wordCount, ref PackedReader shapes, ref PackedReader firstUnits, ref PackedReader furtherUnits)
    {
        char[] units = new char[wordCount * UsualWordLength];
        int[] wordStarts = new int[wordCount + 1];
        int previousStart = 0;
        int end = 0;
        for (int id = 0; id < wordCount; id++)
        {
            int start = end;
            int shape = shapes.ReadByte();
            int shared = shape >> 4;
            int further = shape & 0x0F;
            if (shared > start - previousStart || further == 0 || shared + further >= WordLengthLimit)
            {
                throw new InvalidDataException($"word {id} shares {shared} units with the one before it and has {further} more");
            }

            if (start + WordLengthLimit > units.Length)
            {
                Array.Resize(ref units, (2 * units.Length) + WordLengthLimit);
            }

            int before = shared < start - previousStart ? units[previousStart + shared] : UnitBeforeHan;
            for (int index = 0; index < shared; index++)
            {
                units[end++] = units[previousStart + index];
            }

            units[end++] = ToHan(before + firstUnits.ReadVarInt());
            for (int index = 1; index < further; index++)
            {
                units[end++] = ToHan(furtherUnits.ReadUInt16());
            }

            previousStart = start;
            wordStarts[id + 1] = end;
        }

        return (units, wordStarts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPairs(int pairCount, ref PackedReader rows, ref PackedReader pairFrequencies)
    {
        RowStarts = new int[EntryCount + 1];
        int[] seconds = new int[pairCount];
        int entryCount = EntryCount;
        int pair = 0;
        for (int first = 0; first < entryCount; first++)
        {
            int second = -1;
            for (int left = rows.ReadVarInt(); left > 0; left--)
            {
                long next = second + 1L + rows.ReadVarInt();
                if (pair == pairCount || next >= entryCount)
                {
                    throw new InvalidDataException($"pair {pair} of {pairCount} is of {first} and {next}, there are {entryCount} entries");
                }

                second = (int)next;
                seconds[pair++] = second;
            }

            RowStarts[first + 1] = pair;
        }

        if (pair != pairCount)
        {
            throw new InvalidDataException($"{pair} pairs found, {pairCount} expected");
        }

        Seconds = seconds;
        PairFrequencies = new int[pairCount];
        ReadVarInts(ref pairFrequencies, PairFrequencies);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadVarInts(ref PackedReader reader, Span<int> values)
    {
        foreach (ref int value in values)
        {
            value = reader.ReadVarInt();
        }
    }

    private static int ReadCount(ref PackedReader reader)
    {
        int count = reader.ReadInt32();
        return count is >= 0 and < CountLimit
            ? count
            : throw new InvalidDataException($"a count of {count}, it must be below {CountLimit}");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char ToHan(int unit)
    {
        if ((uint)(unit - CharacterTypes.FirstHan) >= CharacterTypes.HanCount)
        {
            ThrowNotHan(unit);
        }

        return (char)unit;
    }

    [DoesNotReturn]
    private static void ThrowNotHan(int unit) => throw new InvalidDataException($"{unit:X} in a word, which has only Han characters");
}
