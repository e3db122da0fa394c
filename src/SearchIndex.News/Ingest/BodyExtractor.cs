using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>Takes the body of a file apart into paragraphs, be it HTML or plain text.</summary>
internal static partial class BodyExtractor
{
    /// <summary>Returns the paragraphs of a body in reading order.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="start">Where the body begins.</param>
    /// <param name="byteStart">The byte of the file at which it begins.</param>
    internal static ExtractedBody Extract(string text, int start, int byteStart)
    {
        ReadOnlyMemory<char> body = text.AsMemory(start);
        if (!AnyTag().IsMatch(body.Span))
        {
            return PlainTextBody.Extract(body.Span, byteStart);
        }

        // Text with a few inline tags but no element that makes paragraphs has its paragraphs in its lines.
        ParagraphBorder border = BlockTag().IsMatch(body.Span) ? ParagraphBorder.EmptyLines : ParagraphBorder.Lines;
        return new HtmlBody(border, MarkupLetters.Read(text, start, byteStart)).Extract(body);
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s|/?>)|<!--|<!doctype", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        @"<(?:p|div|br|li|td|th|h[1-6]|ul|ol|dl|tr|table|blockquote|section|article|body|pre|figure|center)(?:\s|/?>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();
}
