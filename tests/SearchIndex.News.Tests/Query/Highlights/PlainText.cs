using System.Globalization;
using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>
/// A text as a reader with a pencil sees it: Han characters and words, each with its place in the text and with a number that counts on where
/// one follows the other. White space takes no number but ends a run of Han characters, punctuation takes one, a line feed a hundred; a middle dot between Han characters
/// and invisible characters are passed over. Written from the rules of the query language, without an index.
/// </summary>
internal sealed class PlainText
{
    private const string MiddleDots = "·•‧・･";
    private const int LineGap = 100;

    private readonly List<PlainUnit> _units = [];
    private readonly Dictionary<int, PlainUnit> _byNumber = [];

    public PlainText(string text)
    {
        Read(CharacterFold.Fold(text));
        foreach (PlainUnit unit in _units)
        {
            _byNumber.Add(unit.Number, unit);
        }
    }

    /// <summary>Gets the characters and words in order.</summary>
    public IReadOnlyList<PlainUnit> Units => _units;

    /// <summary>Returns the character or word of a number, or null.</summary>
    public PlainUnit? At(int number) => _byNumber.TryGetValue(number, out PlainUnit unit) ? unit : null;

    private void Read(string folded)
    {
        int number = 0;
        int gap = 0;
        bool isInWord = false;
        bool isInRun = false;
        Rune[] runes = [.. folded.EnumerateRunes()];
        int at = 0;
        for (int index = 0; index < runes.Length; at += runes[index].Utf16SequenceLength, index++)
        {
            Rune rune = runes[index];
            if (IsIgnorable(rune))
            {
                continue;
            }

            bool isHan = HanText.IsHan(rune) && !IsDot(rune);
            bool isWord = !isHan && Rune.GetUnicodeCategory(rune) <= UnicodeCategory.OtherNumber && !IsDot(rune);
            if (isWord && isInWord)
            {
                _units[^1] = _units[^1] with { Text = _units[^1].Text + rune, End = at + rune.Utf16SequenceLength };
                continue;
            }

            isInWord = isWord;
            bool isPassedDot = IsPassedDot(runes, index);
            if (isHan || isWord)
            {
                number += gap;
                gap = 0;
                _units.Add(new PlainUnit(rune.ToString(), at, at + rune.Utf16SequenceLength, number++, isHan && isInRun));
            }
            else if (rune.Value == '\n')
            {
                gap = LineGap;
            }
            else if (!Rune.IsWhiteSpace(rune) && !isPassedDot)
            {
                gap = Math.Max(gap, 1);
            }

            isInRun = isHan || (isInRun && isPassedDot);
        }
    }

    /// <summary>A lone dot between two Han characters, whatever invisible stands beside it.</summary>
    private static bool IsPassedDot(Rune[] runes, int index)
    {
        int before = index - 1;
        int behind = index + 1;
        while (before >= 0 && IsIgnorable(runes[before]))
        {
            before--;
        }

        while (behind < runes.Length && IsIgnorable(runes[behind]))
        {
            behind++;
        }

        return IsDot(runes[index]) && before >= 0 && behind < runes.Length && IsHan(runes[before]) && IsHan(runes[behind]);
    }

    private static bool IsHan(Rune rune) => HanText.IsHan(rune) && !IsDot(rune);

    private static bool IsDot(Rune rune) => rune.IsBmp && MiddleDots.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsIgnorable(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}
