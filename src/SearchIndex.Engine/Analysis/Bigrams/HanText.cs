using System.Buffers;
using System.Text;

namespace SearchIndex.Engine.Analysis.Bigrams;

/// <summary>Tells Han characters from others, as <see cref="HanBigramTokenizer"/> does: kana, 々 and 〇 count as Han.</summary>
public static class HanText
{
    /// <summary>Tells whether a character is Han.</summary>
    public static bool IsHan(Rune character) =>
        character.IsBmp
            ? CharacterClasses.OfUnit[(char)character.Value] == CharacterClass.Han
            : CharacterClasses.OfSupplementary(character) == CharacterClass.Han;

    /// <summary>Tells whether a text begins with a Han character; not so when it is empty or begins with a lone surrogate.</summary>
    public static bool StartsWithHan(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out Rune first, out _) == OperationStatus.Done && IsHan(first);

    /// <summary>Counts the Han characters of a text; a surrogate pair is one.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int count = 0;
        foreach (Rune character in text.EnumerateRunes())
        {
            count += IsHan(character) ? 1 : 0;
        }

        return count;
    }
}
