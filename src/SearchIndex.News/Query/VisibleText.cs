using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query;

/// <summary>Makes text from files safe to show on one line: file names and titles may hold line breaks and terminal commands.</summary>
public static class VisibleText
{
    /// <summary>
    /// Returns the text with control and format characters and lone surrogates as escapes, such as <c>\n</c> and <c>\u001b</c>.
    /// A backslash stays as it is: the result is for reading, not for parsing back.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            bool isWhole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && !NeedsEscape(rune))
            {
                visible.Append(text, i, length);
            }
            else
            {
                AppendEscape(visible, text.AsSpan(i, length));
            }

            i += length;
        }

        return visible.ToString();
    }

    private static void AppendEscape(StringBuilder visible, ReadOnlySpan<char> units)
    {
        foreach (char unit in units)
        {
            _ = unit switch
            {
                '\n' => visible.Append("\\n"),
                '\r' => visible.Append("\\r"),
                '\t' => visible.Append("\\t"),
                _ => visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
            };
        }
    }

    // Format characters hide, or turn the direction of what follows.
    private static bool NeedsEscape(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
