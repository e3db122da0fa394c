using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Reads the head of a file. Its parts come in this order, each of them optional, with empty lines between them: front matter between
/// lines of three dashes; <c>&lt;!--milliseconds--&gt;</c> or <c>&lt;!--NaN--&gt;</c>; <c>[title](url)</c>; a line of dashes.
/// </summary>
internal sealed partial class HeadParser
{
    private const int MinDashes = 3;

    /// <summary>A title with line breaks in it may make the link span this many lines.</summary>
    private const int MaxLinkLines = 5;

    /// <summary>With fewer characters than this after the head, the next part of it may have been cut off.</summary>
    private const int MinCharsBehind = 2048;

    private readonly string _text;
    private int _at;
    private bool _isOpen;

    private HeadParser(string text)
    {
        _text = text;
    }

    /// <summary>Reads the head of <paramref name="text"/>, which may be the beginning of a longer text.</summary>
    internal static ArticleHead Parse(string text) => new HeadParser(text).Parse();

    private ArticleHead Parse()
    {
        SkipEmptyLines();
        FrontMatter frontMatter = ReadFrontMatter() ?? FrontMatter.None;
        SkipEmptyLines();
        long? epoch = ReadEpoch();
        SkipEmptyLines();
        (string Title, string Url)? link = ReadLink();
        SkipEmptyLines();
        SkipDashes();
        return new ArticleHead
        {
            FrontMatter = frontMatter,
            EpochMilliseconds = epoch,
            LinkTitle = link?.Title,
            LinkUrl = link?.Url,
            BodyStart = _at,
            IsOpen = _isOpen || _text.Length - _at < MinCharsBehind,
        };
    }

    private void SkipEmptyLines()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private FrontMatter? ReadFrontMatter()
    {
        if (!IsFence(LineAt(_at)))
        {
            return null;
        }

        int blockStart = NextLine(_at);
        for (int line = blockStart; line < _text.Length; line = NextLine(line))
        {
            if (!IsFence(LineAt(line)))
            {
                continue;
            }

            FrontMatter? frontMatter = FrontMatterParser.Parse(_text[blockStart..line]);
            if (frontMatter is not null)
            {
                _at = NextLine(line);
            }

            return frontMatter;
        }

        _isOpen = true;
        return null;
    }

    private long? ReadEpoch()
    {
        Match match = EpochComment().Match(_text, _at);
        if (!match.Success)
        {
            return null;
        }

        _at += match.Length;
        ReadOnlySpan<char> number = match.Groups[1].ValueSpan;
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
    }

    private (string Title, string Url)? ReadLink()
    {
        if (_at >= _text.Length || _text[_at] != '[')
        {
            return null;
        }

        int lineEnd = _at;
        for (int i = 0; i < MaxLinkLines && lineEnd < _text.Length; i++)
        {
            lineEnd = NextLine(lineEnd);
            ReadOnlySpan<char> candidate = _text.AsSpan(_at, lineEnd - _at).TrimEnd();
            int middle = candidate.LastIndexOf("](", StringComparison.Ordinal);
            if (middle < 0 || candidate[^1] != ')')
            {
                continue;
            }

            string url = candidate[(middle + 2)..^1].Trim().ToString();
            if (!url.Contains("://", StringComparison.Ordinal) && !IsFollowedByDashes(lineEnd))
            {
                return null;
            }

            string title = candidate[1..middle].ToString();
            _at = lineEnd;
            return (TextCleaner.Clean(title), url);
        }

        return null;
    }

    private bool IsFollowedByDashes(int line)
    {
        while (line < _text.Length && LineAt(line).IsWhiteSpace())
        {
            line = NextLine(line);
        }

        return IsDashes(LineAt(line));
    }

    private void SkipDashes()
    {
        if (IsDashes(LineAt(_at)))
        {
            _at = NextLine(_at);
        }
    }

    private ReadOnlySpan<char> LineAt(int start)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(Math.Min(start, _text.Length));
        int end = rest.IndexOfAny('\r', '\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd();
    }

    private int NextLine(int start)
    {
        int end = _text.AsSpan(start).IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return _text.Length;
        }

        int next = start + end + 1;
        return _text[next - 1] == '\r' && next < _text.Length && _text[next] == '\n' ? next + 1 : next;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line is "---";

    private static bool IsDashes(ReadOnlySpan<char> line) => line.Length >= MinDashes && !line.ContainsAnyExcept('-');

    [GeneratedRegex(@"\G<!--\s*(-?\d{1,18}|NaN)\s*-->", RegexOptions.CultureInvariant)]
    private static partial Regex EpochComment();
}
