using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Tests.Provenance;

/// <summary>
/// Proves texts against files: reads the bytes of a range, strips markup with a parser of HTML, decodes character references, and compares
/// what is left, white space and invisible characters excepted. It knows nothing of how ranges are made.
/// </summary>
internal static partial class SourceProof
{
    private const int ReferenceRounds = 2;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns what is wrong with a range, or null.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="range">The range.</param>
    /// <param name="text">What should stand there.</param>
    public static string? FindWrong(ReadOnlySpan<byte> file, SourceRange range, string text)
    {
        if (range.Start < 0 || range.End > file.Length || range.Start >= range.End)
        {
            return $"{range.Start} to {range.End} is no part of {file.Length} bytes";
        }

        List<string> pieces = Pieces(file, range);
        string wanted = Letters(text);
        bool isThere = Letters(string.Concat(pieces)) == wanted
            || Letters(string.Concat(pieces.Select(Strip))) == wanted
            || Decoded(string.Concat(pieces)).Any(decoded => Letters(decoded) == wanted)
            || Decoded(Unquoted(string.Concat(pieces))).Any(decoded => Letters(decoded) == wanted);
        return isThere ? null : $"bytes {range.Start} to {range.End} are '{string.Join("' and '", pieces)}', not '{text}'";
    }

    private static List<string> Pieces(ReadOnlySpan<byte> file, SourceRange range)
    {
        var pieces = new List<string>();
        int at = range.Start;
        foreach (ByteSpan span in range.LeftOut)
        {
            pieces.Add(Strict.GetString(file[at..span.Start]));
            at = span.End;
        }

        pieces.Add(Strict.GetString(file[at..range.End]));
        return pieces;
    }

    private static string Strip(string html)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument("<body>");
        INodeList nodes = new HtmlParser().ParseFragment(EmptyPlayer().Replace(html, string.Empty), page.Body!);
        return string.Concat(nodes.Where(node => node is IElement or IText).Select(node => node.TextContent));
    }

    /// <summary>A frame closed as in XML: HTML would take the rest of the text for its content, and readers never see that.</summary>
    [GeneratedRegex("<(?:iframe|object|video|audio)[^>]*/>", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyPlayer();

    private static IEnumerable<string> Decoded(string text)
    {
        for (int round = 0; round <= ReferenceRounds; round++)
        {
            yield return text;
            text = WebUtility.HtmlDecode(text);
        }
    }

    private static string Unquoted(string text) => text
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("''", "'", StringComparison.Ordinal)
        .Replace("\\/", "/", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(unit =>
        !char.IsWhiteSpace(unit) && char.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
}
