using System.Text.RegularExpressions;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>Plain text and Markdown without HTML: a line is a paragraph; headings, links and pictures of Markdown are understood.</summary>
internal static partial class PlainTextBody
{
    /// <summary>Returns the paragraphs of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="byteStart">The byte of the file at which it begins.</param>
    internal static ExtractedBody Extract(ReadOnlySpan<char> body, int byteStart)
    {
        var paragraphs = new List<BodyParagraph>();
        var letters = TracedText.Of(body, byteStart);
        foreach (ReadOnlySpan<char> line in body.EnumerateLines())
        {
            if (IsUnderline(line) && paragraphs.Count > 0)
            {
                // The underlined line before is a heading.
                paragraphs[^1] = paragraphs[^1] with { Kind = BodyParagraphKind.Heading };
                continue;
            }

            if (body.Overlaps(line, out int start) && ReadLine(letters.Slice(start, line.Length)) is { } paragraph)
            {
                paragraphs.Add(paragraph);
            }
        }

        return new ExtractedBody(paragraphs, PageTitle: null, letters);
    }

    private static BodyParagraph? ReadLine(TracedText line)
    {
        Match heading = Heading().Match(line.Text.ToString());
        if (heading.Success)
        {
            line = line.Slice(heading.Groups[1].Index, heading.Groups[1].Length);
        }

        if (line.Text.Contains("](", StringComparison.Ordinal))
        {
            line = line.Replace(Picture()).Replace(Link());
        }

        (string text, ByteSpan[] places) = line.DecodeReferences().Clean();
        BodyParagraphKind kind = heading.Success ? BodyParagraphKind.Heading : BodyParagraphKind.Text;
        return text.Length > 0 ? new BodyParagraph(text, kind) { Places = places } : null;
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
