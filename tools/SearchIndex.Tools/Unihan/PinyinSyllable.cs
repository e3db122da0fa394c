using System.Text;

namespace SearchIndex.Tools.Unihan;

/// <summary>Turns a syllable with its tone into what is typed: small letters without tone, ü as v.</summary>
internal static class PinyinSyllable
{
    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036F';

    /// <summary>The vowels with their tones. A list, since the runtime takes letters and marks apart only where ICU is.</summary>
    private static readonly (char Plain, string Marked)[] Vowels =
    [
        ('a', "aāáǎà"), ('e', "eēéěèêếề"), ('i', "iīíǐì"), ('o', "oōóǒò"), ('u', "uūúǔù"), ('v', "üǖǘǚǜ"),
    ];

    /// <summary>Returns the letters, or null for a sound that is no syllable (ng, m).</summary>
    internal static string? WithoutTone(string syllable)
    {
        var letters = new StringBuilder();
        bool hasVowel = false;
        foreach (char unit in syllable)
        {
            (char vowel, string? marked) = Array.Find(Vowels, vowel => vowel.Marked.Contains(unit, StringComparison.Ordinal));
            hasVowel |= marked is not null;
            if (marked is not null || char.IsAsciiLetterLower(unit))
            {
                letters.Append(marked is null ? unit : vowel);
            }
            else if (!IsMarkedConsonant(unit) && unit is not (>= FirstCombiningMark and <= LastCombiningMark))
            {
                throw new InvalidDataException($"no syllable: \"{syllable}\"");
            }
        }

        return hasVowel ? letters.ToString() : null;
    }

    private static bool IsMarkedConsonant(char unit) => unit is 'ń' or 'ň' or 'ǹ' or 'ḿ';
}
