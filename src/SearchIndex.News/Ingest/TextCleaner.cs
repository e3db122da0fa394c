using System.Buffers;
using System.Globalization;

namespace SearchIndex.News.Ingest;

/// <summary>
/// The rules of white space and invisible characters, which hold for titles, paragraphs and names alike: a run of blanks of any kind
/// (but the ideographic one) becomes one blank, format and control characters go, and so do blanks at both ends.
/// </summary>
internal static class TextCleaner
{
    internal const char IdeographicSpace = '\u3000';

    /// <summary>The characters that may become anything but themselves.</summary>
    internal static readonly char[] SpecialUnits = [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => IsBlank(c) || IsInvisible(c))];

    /// <summary>The same, to search for; everything between two of these is copied as it is.</summary>
    internal static readonly SearchValues<char> Special = SearchValues.Create(SpecialUnits);

    /// <summary>Returns <paramref name="text"/> as one clean line; the same instance when it is clean already.</summary>
    internal static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var builder = new ParagraphBuilder();
        builder.Append(text);
        return builder.Take();
    }

    /// <summary>White space of any kind but the ideographic, which is a character of Chinese text.</summary>
    internal static bool IsBlank(char c) =>
        c is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u00A0' || (c != IdeographicSpace && char.IsSeparator(c));

    /// <summary>Characters without width or meaning: controls, zero-width marks, soft hyphens, direction marks.</summary>
    internal static bool IsInvisible(char c) =>
        !IsBlank(c) && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool IsClean(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        if (text[0] is ' ' or IdeographicSpace || text[^1] is ' ' or IdeographicSpace)
        {
            return false;
        }

        for (int at = text.AsSpan().IndexOfAny(Special); at >= 0;)
        {
            if (text[at] != ' ' || text[at + 1] == ' ')
            {
                return false;
            }

            int next = text.AsSpan(at + 1).IndexOfAny(Special);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }
}
