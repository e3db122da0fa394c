using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;

namespace SearchIndex.News.Query;

/// <summary>
/// A text of a query cut at its wildcards. A question mark stands for any one character where it has a character on either side, one of
/// them Han; anywhere else it is punctuation.
/// </summary>
internal static class TextPattern
{
    /// <summary>Returns the texts between the wildcards, each with the number of wildcards before it; one text when there are none.</summary>
    public static IReadOnlyList<(string Text, int Wildcards)> Cut(string text)
    {
        var pieces = new List<(string Text, int Wildcards)>();
        int start = 0;
        int before = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = EndOfMarks(text, at);
            if (end > at && IsWildcard(text, at, end))
            {
                pieces.Add((text[start..at], before));
                (start, before) = (end, end - at);
            }

            at = Math.Max(end, at + 1);
        }

        pieces.Add((text[start..], before));
        return pieces;
    }

    private static int EndOfMarks(string text, int from)
    {
        while (from < text.Length && text[from] is '?' or '？')
        {
            from++;
        }

        return from;
    }

    private static bool IsWildcard(string text, int start, int end)
    {
        if (start == 0 || end == text.Length)
        {
            return false;
        }

        Rune.DecodeLastFromUtf16(text.AsSpan(0, start), out Rune left, out _);
        Rune.DecodeFromUtf16(text.AsSpan(end), out Rune right, out _);
        return (HanText.IsHan(left) && IsCharacter(right)) || (IsCharacter(left) && HanText.IsHan(right));
    }

    private static bool IsCharacter(Rune rune) => HanText.IsHan(rune) || Rune.IsLetterOrDigit(rune);
}
