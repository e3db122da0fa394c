using System.Buffers;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Takes the letters out of HTML, without tags and comments, with character references decoded and blanks left out, and remembers the bytes
/// of each. It reads tags as the parser of HTML does but builds nothing; where the two differ, places are unknown, not wrong.
/// </summary>
internal sealed class MarkupLetters
{
    /// <summary>Elements whose content is text to the end tag; of those with true it has character references.</summary>
    private static readonly Dictionary<string, bool> RawElements = new(StringComparer.Ordinal)
    {
        ["script"] = false,
        ["style"] = false,
        ["xmp"] = false,
        ["iframe"] = false,
        ["noembed"] = false,
        ["noframes"] = false,
        ["title"] = true,
        ["textarea"] = true,
    };

    private static readonly SearchValues<char> Stops = SearchValues.Create([.. TextCleaner.SpecialUnits, '<', '&']);

    private readonly string _html;
    private readonly int _start;
    private readonly int _end;
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);
    private readonly TracedText _letters;
    private int _at;
    private int _byteAt;

    private MarkupLetters(string text, int start, int byteStart)
    {
        _html = text;
        _start = start;
        _at = start;
        _end = text.Length;
        _byteAt = byteStart;
        _letters = new TracedText(text.Length - start);
    }

    /// <summary>Returns the letters of a text from a place on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the HTML begins.</param>
    /// <param name="byteStart">The byte of the file at which it begins.</param>
    public static TracedText Read(string text, int start, int byteStart)
    {
        var reader = new MarkupLetters(text, start, byteStart);
        reader.ReadContent();
        return reader._letters;
    }

    private void ReadContent()
    {
        while (_at < _end)
        {
            ReadText(_end, hasReferences: true, hasTags: true);
            if (_at < _end)
            {
                ReadTag();
            }
        }
    }

    /// <summary>Reads letters up to a place, or up to a tag.</summary>
    private void ReadText(int end, bool hasReferences, bool hasTags)
    {
        while (_at < end)
        {
            int plain = _html.AsSpan(_at, end - _at).IndexOfAny(Stops);
            int count = plain < 0 ? end - _at : plain;
            _byteAt = _letters.Append(_html.AsSpan(_at, count), _byteAt);
            _at += count;
            if (_at == end || (hasTags && _html[_at] == '<' && IsTag()))
            {
                return;
            }

            ReadStop(end, hasReferences);
        }
    }

    private void ReadStop(int end, bool hasReferences)
    {
        char unit = _html[_at];
        int length = 1;
        if (hasReferences && unit == '&' && CharacterReferences.Read(_html.AsSpan(_at, end - _at), out length) is { } decoded)
        {
            // The reference itself is ASCII: as many bytes as units.
            var place = new ByteSpan(_byteAt, _byteAt + length);
            AppendLetters(decoded, place);
            _at += length;
            _byteAt += length;
        }
        else if (unit is '<' or '&')
        {
            _byteAt = _letters.Append(_html.AsSpan(_at, 1), _byteAt);
            _at++;
        }
        else
        {
            Skip(_at + 1);
        }
    }

    private void AppendLetters(string decoded, ByteSpan place)
    {
        foreach (char unit in decoded)
        {
            if (!TextCleaner.Special.Contains(unit))
            {
                _letters.Append([unit], place);
            }
        }
    }

    private bool IsTag() => _at + 1 < _end && (char.IsAsciiLetter(_html[_at + 1]) || _html[_at + 1] is '!' or '?' or '/');

    private void ReadTag()
    {
        ReadOnlySpan<char> rest = _html.AsSpan(_at);
        if (rest.StartsWith("<!--"))
        {
            SkipComment();
        }
        else if (rest[1] is '!' or '?' || (rest[1] == '/' && rest.Length > 2 && !char.IsAsciiLetter(rest[2])))
        {
            int close = rest.IndexOf('>');
            Skip(close < 0 ? _end : _at + close + 1);
        }
        else if (rest[1] == '/' && rest.Length == 2)
        {
            _byteAt = _letters.Append(rest, _byteAt);
            _at = _end;
        }
        else
        {
            ReadElement();
        }
    }

    private void SkipComment()
    {
        ReadOnlySpan<char> rest = _html.AsSpan(_at + "<!--".Length);
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            Skip(_at + "<!--".Length + rest.IndexOf('>') + 1);
            return;
        }

        int close = rest.IndexOf("-->");
        int badClose = (close < 0 ? rest : rest[..close]).IndexOf("--!>");
        bool isBad = badClose >= 0;
        int end = isBad ? badClose + "--!>".Length : close + "-->".Length;
        Skip(close < 0 && !isBad ? _end : _at + "<!--".Length + end);
    }

    /// <summary>Passes over a tag, and reads what is in it when that is no markup.</summary>
    private void ReadElement()
    {
        bool isStart = _html[_at + 1] != '/';
        int nameStart = isStart ? _at + 1 : _at + 2;
        int nameEnd = nameStart;
        while (nameEnd < _end && _html[nameEnd] is not ('>' or '/') && !char.IsWhiteSpace(_html[nameEnd]))
        {
            nameEnd++;
        }

        int end = EndOfTag(nameEnd);
        bool isSelfClosing = end - 2 >= nameEnd && _html[end - 2] == '/';
        string name = _html[nameStart..nameEnd].ToLowerInvariant();
        Skip(end);
        if (!isStart || !RawElements.TryGetValue(name, out bool hasReferences))
        {
            return;
        }

        bool isDropped = ElementRules.SwallowsText(name) && (isSelfClosing || _neverClosed.Contains(name));
        if (isDropped)
        {
            return; // The guard of the parser has dropped the tag.
        }

        int close = _html.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        if (close < 0 && ElementRules.SwallowsText(name) && !_html.AsSpan(_start).Contains("</" + name, StringComparison.OrdinalIgnoreCase))
        {
            _neverClosed.Add(name);
            return;
        }

        ReadText(close < 0 ? _end : close, hasReferences, hasTags: false);
    }

    /// <summary>Returns the place behind a tag whose attributes begin at a place; a value in quotes may hold a bracket.</summary>
    private int EndOfTag(int at)
    {
        while (at < _end && _html[at] != '>')
        {
            at = _html[at] == '=' ? EndOfValue(at + 1) : at + 1;
        }

        return Math.Min(at + 1, _end);
    }

    private int EndOfValue(int at)
    {
        while (at < _end && char.IsWhiteSpace(_html[at]))
        {
            at++;
        }

        if (at < _end && _html[at] is '"' or '\'')
        {
            int close = _html.IndexOf(_html[at], at + 1);
            return close < 0 ? _end : close + 1;
        }

        while (at < _end && _html[at] != '>' && !char.IsWhiteSpace(_html[at]))
        {
            at++;
        }

        return at;
    }

    private void Skip(int to)
    {
        _byteAt += System.Text.Encoding.UTF8.GetByteCount(_html.AsSpan(_at, to - _at));
        _at = to;
    }
}
