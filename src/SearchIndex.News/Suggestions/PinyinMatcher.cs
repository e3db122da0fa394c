using System.Text;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Compares typed letters with a text as an input method does: for each character its syllable, the beginning of it (zh, z), or the character
/// itself; a blank or an apostrophe ends a syllable. For the syllables of nü and lüe, nv and nu, lve and lue are taken.
/// </summary>
internal sealed class PinyinMatcher(PinyinTable table)
{
    /// <summary>What ends a syllable in typed letters.</summary>
    public const char Border = ' ';

    /// <summary>The most characters of a text that are compared: pinyin is typed for names and words.</summary>
    public const int MaxLength = 12;

    /// <summary>
    /// Returns typed letters as they are compared: small, ü as v, one border for blanks and apostrophes between them; null when there are no letters.
    /// </summary>
    public static string? Normalize(string typed)
    {
        var letters = new StringBuilder(typed.Length);
        bool hasLetters = false;
        foreach (char unit in typed)
        {
            char folded = CharacterFold.Fold(unit);
            bool isBorder = char.IsWhiteSpace(folded) || folded is '\'' or '’' or '-';
            if (!isBorder)
            {
                letters.Append(folded is 'ü' ? 'v' : folded);
                hasLetters |= char.IsAsciiLetterLower(letters[^1]);
            }
            else if (letters.Length > 0 && letters[^1] != Border)
            {
                letters.Append(Border);
            }
        }

        return hasLetters ? letters.ToString() : null;
    }

    /// <summary>Compares.</summary>
    /// <param name="typed">What was typed, by <see cref="Normalize"/>.</param>
    /// <param name="key">The text, folded.</param>
    public PinyinFit Match(string typed, string key) =>
        key.Length > MaxLength ? PinyinFit.None : Match(typed, 0, key, 0, areWhole: true);

    private PinyinFit Match(string typed, int at, string key, int character, bool areWhole)
    {
        while (at < typed.Length && typed[at] == Border)
        {
            at++;
        }

        if (at == typed.Length)
        {
            bool isEnd = character == key.Length;
            return areWhole ? (isEnd ? PinyinFit.Whole : PinyinFit.Syllables) : isEnd ? PinyinFit.Initials : PinyinFit.Beginning;
        }

        if (character == key.Length)
        {
            return PinyinFit.None;
        }

        if (typed[at] == key[character])
        {
            return Match(typed, at + 1, key, character + 1, areWhole);
        }

        PinyinFit best = PinyinFit.None;
        foreach (string syllable in table.ReadingsOf(key[character]))
        {
            PinyinFit fit = MatchSyllable(typed, at, key, character, syllable, areWhole);
            best = fit > best ? fit : best;
        }

        return best;
    }

    private PinyinFit MatchSyllable(string typed, int at, string key, int character, string syllable, bool areWhole)
    {
        int common = CommonLength(typed, at, syllable);
        if (common == 0)
        {
            return PinyinFit.None;
        }

        bool isWhole = common == syllable.Length;
        bool endsHere = at + common == typed.Length;
        if (isWhole || endsHere || typed[at + common] == Border)
        {
            // The last syllable may be on its way; the text then goes on in any case.
            PinyinFit fit = Match(typed, at + common, key, character + 1, areWhole && (isWhole || (endsHere && at > 0)));
            fit = fit == PinyinFit.Whole && !isWhole ? PinyinFit.Syllables : fit;
            if (fit != PinyinFit.None)
            {
                return fit;
            }
        }

        bool hasTwoLetters = common >= 2 && syllable[1] == 'h';
        PinyinFit byTwo = hasTwoLetters ? Match(typed, at + 2, key, character + 1, areWhole: false) : PinyinFit.None;
        return byTwo != PinyinFit.None ? byTwo : Match(typed, at + 1, key, character + 1, areWhole: false);
    }

    private static int CommonLength(string typed, int at, string syllable)
    {
        int common = 0;
        while (common < syllable.Length && at + common < typed.Length
            && (typed[at + common] == syllable[common] || (syllable[common] == 'v' && typed[at + common] == 'u')))
        {
            common++;
        }

        return common;
    }
}
