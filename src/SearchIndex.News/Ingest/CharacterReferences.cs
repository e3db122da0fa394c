using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace SearchIndex.News.Ingest;

/// <summary>Reads the character references of HTML, such as <c>&amp;amp;</c> and <c>&amp;#x4e2d;</c>, in the same way as the parser of HTML.</summary>
internal static class CharacterReferences
{
    /// <summary>No name is longer.</summary>
    private const int MaxNameLength = 32;

    private const int MaxDigits = 8;

    /// <summary>Reads the reference at the beginning of a text that begins with an ampersand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The units that the reference takes.</param>
    /// <returns>What it stands for, or null when it is none: then the ampersand stands for itself.</returns>
    public static string? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (text.Length < 2)
        {
            return null;
        }

        return text[1] == '#' ? ReadNumber(text, out length) : ReadName(text, out length);
    }

    private static string? ReadName(ReadOnlySpan<char> text, out int length)
    {
        int end = 1;
        while (end < text.Length && end <= MaxNameLength && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        bool isClosed = end < text.Length && text[end] == ';';
        if (isClosed && HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) is { } closed)
        {
            length = end + 1;
            return closed;
        }

        // Old names need no semicolon; the longest counts.
        for (; end > 2; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..end].ToString()) is { } open)
            {
                length = end;
                return open;
            }
        }

        length = 1;
        return null;
    }

    private static string? ReadNumber(ReadOnlySpan<char> text, out int length)
    {
        bool isHex = text.Length > 2 && text[2] is 'x' or 'X';
        int start = isHex ? 3 : 2;
        int end = start;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        length = 1;
        if (end == start)
        {
            return null;
        }

        length = end < text.Length && text[end] == ';' ? end + 1 : end;
        ReadOnlySpan<char> digits = text[start..end].TrimStart('0');
        if (digits.Length > MaxDigits)
        {
            return Rune.ReplacementChar.ToString();
        }

        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        int code = digits.IsEmpty ? 0 : int.Parse(digits, style, CultureInfo.InvariantCulture);
        if (HtmlEntityProvider.IsInCharacterTable(code))
        {
            return HtmlEntityProvider.GetSymbolFromTable(code);
        }

        return HtmlEntityProvider.IsInvalidNumber(code) || !Rune.IsValid(code) ? Rune.ReplacementChar.ToString() : char.ConvertFromUtf32(code);
    }
}
