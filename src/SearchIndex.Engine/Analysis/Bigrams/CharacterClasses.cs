using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SearchIndex.Engine.Analysis.Bigrams;

/// <summary>The class of every UTF-16 unit as a table, and of every supplementary character by rule.</summary>
internal static class CharacterClasses
{
    private const int FirstHanPlane = 2;
    private const int LastHanPlane = 3;

    // Script Han in the basic plane (Unicode 17), first and last inclusive; then hiragana and katakana with their marks.
    private static readonly (char First, char Last)[] HanRanges =
    [
        ('\u2E80', '\u2E99'), ('\u2E9B', '\u2EF3'), ('\u2F00', '\u2FD5'), ('\u3005', '\u3005'), ('\u3007', '\u3007'),
        ('\u3021', '\u3029'), ('\u3038', '\u303B'), ('\u3400', '\u4DBF'), ('\u4E00', '\u9FFF'), ('\uF900', '\uFA6D'), ('\uFA70', '\uFAD9'),
        ('\u3041', '\u3096'), ('\u3099', '\u309A'), ('\u309D', '\u309F'), ('\u30A1', '\u30FA'), ('\u30FC', '\u30FF'),
        ('\u31F0', '\u31FF'), ('\uFF66', '\uFF9F'),
    ];

    private static readonly char[] MiddleDots = ['\u00B7', '\u2022', '\u2027', '\u30FB', '\uFF65'];

    // Kana of plane 1: letters, but of one position each like their elders in the basic plane.
    private const int FirstSupplementaryKana = 0x1AFF0;
    private const int LastSupplementaryKana = 0x1B16F;

    /// <summary>Gets the class of each UTF-16 unit.</summary>
    internal static CharacterClass[] OfUnit { get; } = BuildTable();

    /// <summary>Returns the class of a character outside the basic plane.</summary>
    internal static CharacterClass OfSupplementary(Rune character)
    {
        int codePoint = character.Value;
        bool isHan = character.Plane is >= FirstHanPlane and <= LastHanPlane
            || codePoint is >= FirstSupplementaryKana and <= LastSupplementaryKana;
        if (isHan)
        {
            return CharacterClass.Han;
        }

        return IsVariationSelector(codePoint) ? CharacterClass.Ignorable : OfCategory(Rune.GetUnicodeCategory(character));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It runs once, before the first answer.
    private static CharacterClass[] BuildTable()
    {
        var table = new CharacterClass[char.MaxValue + 1];
        for (int unit = 0; unit < table.Length; unit++)
        {
            table[unit] = OfBasicUnit((char)unit);
        }

        foreach ((char first, char last) in HanRanges)
        {
            table.AsSpan(first, last - first + 1).Fill(CharacterClass.Han);
        }

        foreach (char dot in MiddleDots)
        {
            table[dot] = CharacterClass.MiddleDot;
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CharacterClass OfBasicUnit(char unit)
    {
        if (unit == '\n')
        {
            return CharacterClass.LineFeed;
        }

        if (char.IsSurrogate(unit))
        {
            return CharacterClass.Surrogate;
        }

        if (char.IsWhiteSpace(unit))
        {
            return CharacterClass.Space;
        }

        return IsVariationSelector(unit) ? CharacterClass.Ignorable : OfCategory(CharUnicodeInfo.GetUnicodeCategory(unit));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CharacterClass OfCategory(UnicodeCategory category) => category switch
    {
        // Letters, marks and numbers are the first of the enumeration, in this order.
        <= UnicodeCategory.OtherNumber => CharacterClass.Word,
        UnicodeCategory.Format => CharacterClass.Ignorable,
        _ => CharacterClass.Punctuation,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsVariationSelector(int codePoint) => codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
