using System.Net;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>Plain text and Markdown without HTML: a line is a paragraph; headings, links and pictures of Markdown are understood.</summary>
internal static partial class PlainTextBody
{
    internal static List<BodyParagraph> Extract(ReadOnlySpan<char> body)
    {
        var paragraphs = new List<BodyParagraph>();
        foreach (ReadOnlySpan<char> line in body.EnumerateLines())
        {
            if (IsUnderline(line) && paragraphs.Count > 0)
            {
                // The underlined line before is a heading.
                paragraphs[^1] = paragraphs[^1] with { Kind = BodyParagraphKind.Heading };
                continue;
            }

            string text = ReadLine(line, out BodyParagraphKind kind);
            if (text.Length > 0)
            {
                paragraphs.Add(new BodyParagraph(text, kind));
            }
        }

        return paragraphs;
    }

    private static string ReadLine(ReadOnlySpan<char> line, out BodyParagraphKind kind)
    {
        string text = line.ToString();
        Match heading = Heading().Match(text);
        kind = heading.Success ? BodyParagraphKind.Heading : BodyParagraphKind.Text;
        text = heading.Success ? heading.Groups[1].Value : text;
        if (text.Contains("](", StringComparison.Ordinal))
        {
            text = Link().Replace(Picture().Replace(text, string.Empty), "$1");
        }

        return TextCleaner.Clean(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);
    }

    private static bool IsUnderline(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> trimmed = line.TrimEnd();
        return trimmed.Length >= 3 && (!trimmed.ContainsAnyExcept('-') || !trimmed.ContainsAnyExcept('='));
    }

    [GeneratedRegex(@"^ {0,3}#{1,6}\s+(.*?)[\s#]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)\s]*[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)\s]*[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
