using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Bigrams;

namespace SearchIndex.News.Query;

/// <summary>
/// Cuts a longer text of a query into the pieces that a reader would call its words, each to be found as contiguous text. The cuts are
/// SmartCn's, but neighbouring words of one character are joined: that is how SmartCn leaves a name that it does not know (冯|德|莱|恩).
/// A single character that stands alone between words (的, 在) says little and is no unit. Numbers of a date have its character: 2023年, 5月.
/// </summary>
internal static class TextUnits
{
    /// <summary>What makes a year, a month or a day of the number before it, in both scripts. 号 is most often another number: 5号线.</summary>
    private const string DateCharacters = "年月日";

    private const int YearDigits = 4;
    private const int MaxDayDigits = 2;

    /// <summary>Returns the units in order; each is a piece of <paramref name="text"/>.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var units = new List<string>();
        int runStart = -1, runEnd = -1, numberEnd = -1;
        TokenStream words = ArticleSchema.WordAnalyzer.CreateTokenStream(ArticleSchema.BodyWords);
        words.Reset(text.AsMemory());
        while (words.IncrementToken())
        {
            bool isSingle = IsSingleHan(text, words.StartOffset, words.EndOffset);
            if (isSingle && words.StartOffset == numberEnd && DateCharacters.Contains(text[numberEnd], StringComparison.Ordinal))
            {
                units[^1] += text[numberEnd];
                numberEnd = -1;
                continue;
            }

            if (isSingle && words.StartOffset == runEnd)
            {
                runEnd = words.EndOffset;
                continue;
            }

            AddRun(text, runStart, runEnd, units);
            runStart = isSingle ? words.StartOffset : -1;
            runEnd = isSingle ? words.EndOffset : -1;
            if (!isSingle)
            {
                units.Add(text[words.StartOffset..words.EndOffset]);
                numberEnd = IsNumber(units[^1]) ? words.EndOffset : -1;
            }
        }

        AddRun(text, runStart, runEnd, units);
        return units;
    }

    /// <summary>Tells whether a unit is a year, a month or a day in digits; 10年 is a span.</summary>
    public static bool IsDate(string unit)
    {
        int digits = unit.Length - 1;
        return digits > 0 && IsNumber(unit[..^1]) && unit[^1] switch
        {
            '年' => digits == YearDigits,
            '月' or '日' => digits <= MaxDayDigits,
            _ => false,
        };
    }

    private static bool IsNumber(string unit) => unit.All(char.IsDigit);

    private static void AddRun(string text, int start, int end, List<string> units)
    {
        if (start >= 0 && HanText.Count(text[start..end]) > 1)
        {
            units.Add(text[start..end]);
        }
    }

    private static bool IsSingleHan(string text, int start, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        return Rune.DecodeFromUtf16(word, out Rune character, out int units) == System.Buffers.OperationStatus.Done
            && units == word.Length
            && HanText.IsHan(character);
    }
}
