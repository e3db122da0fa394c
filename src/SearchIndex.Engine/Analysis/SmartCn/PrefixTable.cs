using System.Runtime.CompilerServices;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Walks from a prefix of words to the one that is a character longer: a trie whose edges lie in one hash table with open
/// addressing, so that a step touches one cache line as a rule.
/// </summary>
internal sealed class PrefixTable
{
    // An edge is known by the first word of the shorter prefix (17 bits), its length (4) and the next character (15); what it leads
    // to has 19 bits.
    private const int IdBits = 17;
    private const int LengthBits = 4;
    private const int CharacterBits = 15;
    private const int PrefixBits = 19;
    private const int PrefixMask = (1 << PrefixBits) - 1;
    private const int SlotCountBits = 18;
    private const int SlotMask = (1 << SlotCountBits) - 1;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly WordPrefix[] _ofOneCharacter = new WordPrefix[CharacterTypes.HanCount];

    // 0 marks a free slot: the length in a key is at least 1.
    private readonly ulong[] _slots = new ulong[1 << SlotCountBits];
    private int _edgeCount;

    /// <summary>Creates the table for the words of a lexicon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It runs once, before the first answer.
    internal PrefixTable(PackedLexicon lexicon)
    {
        if (lexicon.WordCount > 1 << IdBits)
        {
            throw new InvalidDataException($"{lexicon.WordCount} words are too many for the table");
        }

        _ofOneCharacter.AsSpan().Fill(WordPrefix.None);
        Span<int> firstIds = stackalloc int[PackedLexicon.WordLengthLimit];
        ReadOnlySpan<char> previous = [];
        for (int id = 0; id < lexicon.WordCount; id++)
        {
            ReadOnlySpan<char> word = lexicon.Word(id);
            ReadOnlySpan<char> next = id + 1 < lexicon.WordCount ? lexicon.Word(id + 1) : [];
            for (int length = word.CommonPrefixLength(previous) + 1; length <= word.Length; length++)
            {
                bool isWord = length == word.Length;
                firstIds[length] = id;
                Add(firstIds[length - 1], word[..length], new WordPrefix(id, isWord, hasLonger: !isWord || next.StartsWith(word)));
            }

            previous = word;
        }
    }

    /// <summary>Returns the prefix of one Han character.</summary>
    internal WordPrefix Begin(char han) => _ofOneCharacter[han - CharacterTypes.FirstHan];

    /// <summary>Returns the prefix that a Han character makes of a shorter one.</summary>
    /// <param name="prefix">The shorter one; it exists.</param>
    /// <param name="length">The number of its characters.</param>
    /// <param name="han">The character behind it.</param>
    internal WordPrefix Extend(WordPrefix prefix, int length, char han)
    {
        ulong key = EdgeKey(prefix.FirstId, length, han);
        ulong[] slots = _slots;
        for (int at = (int)((key * Multiplier) >> (64 - SlotCountBits)); slots[at] != 0; at = (at + 1) & SlotMask)
        {
            if (slots[at] >> PrefixBits == key)
            {
                return WordPrefix.FromPacked((uint)slots[at] & PrefixMask);
            }
        }

        return WordPrefix.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int shorterFirstId, ReadOnlySpan<char> text, WordPrefix prefix)
    {
        if (text.Length == 1)
        {
            _ofOneCharacter[text[0] - CharacterTypes.FirstHan] = prefix;
            return;
        }

        if (++_edgeCount == SlotMask)
        {
            throw new InvalidDataException($"{_edgeCount} prefixes are too many for the table");
        }

        ulong key = EdgeKey(shorterFirstId, text.Length - 1, text[^1]);
        int at = (int)((key * Multiplier) >> (64 - SlotCountBits));
        while (_slots[at] != 0)
        {
            at = (at + 1) & SlotMask;
        }

        _slots[at] = (key << PrefixBits) | prefix.Packed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EdgeKey(int firstId, int length, char han) =>
        ((ulong)(uint)firstId << (LengthBits + CharacterBits)) | ((uint)length << CharacterBits) | (uint)(han - CharacterTypes.FirstHan);
}
