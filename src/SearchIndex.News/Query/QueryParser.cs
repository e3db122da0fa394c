namespace SearchIndex.News.Query;

/// <summary>
/// Takes a query apart. It never fails: what is not understood is text, and a notice says so.
/// <code>
/// query := part (space part)*
/// part  := ["-"] [field (":" | "：")] (quoted | word)
/// field := "title" | "author" | "outlet"
/// quoted := ("…") | (“…”) | (「…」) | (『…』)
/// word  := any characters but white space
/// </code>
/// </summary>
public sealed class QueryParser
{
    /// <summary>The largest number of parts; what follows is left out, with a notice.</summary>
    public const int MaxParts = 50;

    private const string Openers = "\"“「『";
    private const string Closers = "\"”」』";

    private static readonly string[] UnsupportedWords = ["AND", "OR", "NOT", "|", "||", "&&"];

    private readonly string _text;
    private readonly List<QueryPart> _parts = [];
    private readonly List<string> _notices = [];
    private int _next;

    private QueryParser(string text)
    {
        _text = text;
    }

    /// <summary>Takes a query apart.</summary>
    public static ParsedQuery Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string text = query;
        var notices = new List<string>();
        if (text.Length > SearchRequest.MaxQueryLength)
        {
            text = text[..SearchRequest.MaxQueryLength];
            notices.Add($"查询超过 {SearchRequest.MaxQueryLength} 个字符，后面的部分没有使用。");
        }

        var parser = new QueryParser(text);
        parser.ReadParts();
        return new ParsedQuery(parser._parts, [.. notices, .. parser._notices]);
    }

    private void ReadParts()
    {
        while (SkipSpace())
        {
            if (_parts.Count == MaxParts)
            {
                _notices.Add($"查询超过 {MaxParts} 个部分，后面的部分没有使用。");
                return;
            }

            ReadPart();
        }
    }

    private void ReadPart()
    {
        bool isExcluded = TryReadMinus();
        QueryField field = TryReadField();
        if (TryReadQuoted(out string text))
        {
            Add(new QueryPart(field, text, IsQuoted: true, isExcluded));
            return;
        }

        text = ReadWord();
        NoteUnsupported(text);
        Add(new QueryPart(field, text, IsQuoted: false, isExcluded));
    }

    private void Add(QueryPart part)
    {
        if (part.Text.Length > 0)
        {
            _parts.Add(part);
        }
    }

    private bool SkipSpace()
    {
        while (_next < _text.Length && char.IsWhiteSpace(_text[_next]))
        {
            _next++;
        }

        return _next < _text.Length;
    }

    /// <summary>A minus excludes only when something follows it at once; a lone one is punctuation.</summary>
    private bool TryReadMinus()
    {
        bool excludes = _text[_next] is '-' or '－' && _next + 1 < _text.Length && !char.IsWhiteSpace(_text[_next + 1]);
        if (excludes)
        {
            _next++;
        }

        return excludes;
    }

    private QueryField TryReadField()
    {
        int colon = _next;
        while (colon < _text.Length && char.IsAsciiLetter(_text[colon]))
        {
            colon++;
        }

        if (colon == _next || colon + 1 >= _text.Length || _text[colon] is not (':' or '：') || char.IsWhiteSpace(_text[colon + 1]))
        {
            return QueryField.Text;
        }

        string name = _text[_next..colon];
        switch (name.ToLowerInvariant())
        {
            case "title":
                _next = colon + 1;
                return QueryField.Title;
            case "author":
                _next = colon + 1;
                return QueryField.Author;
            case "outlet":
                _next = colon + 1;
                return QueryField.Outlet;
            default:
                if (_text[colon + 1] != '/')
                {
                    _notices.Add($"没有“{name}:”这个字段，已按文字搜索。");
                }

                return QueryField.Text;
        }
    }

    private bool TryReadQuoted(out string text)
    {
        text = string.Empty;
        int kind = _next < _text.Length ? Openers.IndexOf(_text[_next], StringComparison.Ordinal) : -1;
        if (kind < 0)
        {
            return false;
        }

        int end = _text.IndexOf(Closers[kind], _next + 1);
        if (end < 0)
        {
            _notices.Add($"引号 {_text[_next]} 没有配对，已按文字搜索。");
            _next++;
            return false;
        }

        text = _text[(_next + 1)..end].Trim();
        _next = end + 1;
        return true;
    }

    /// <summary>A word ends at white space, or where a quoted part begins.</summary>
    private string ReadWord()
    {
        int start = _next;
        while (_next < _text.Length && !char.IsWhiteSpace(_text[_next]) && !OpensQuote(_next, start))
        {
            _next++;
        }

        return _text[start.._next];
    }

    private bool OpensQuote(int index, int wordStart)
    {
        int kind = index > wordStart ? Openers.IndexOf(_text[index], StringComparison.Ordinal) : -1;
        return kind >= 0 && _text.IndexOf(Closers[kind], index + 1) > index;
    }

    private void NoteUnsupported(string word)
    {
        if (Array.IndexOf(UnsupportedWords, word) >= 0)
        {
            _notices.Add($"“{word}” 不是运算符，已按文字搜索；各部分之间本来就是“且”的关系。");
        }
        else if (word.Length > 1 && word[^1] is '*' or '~')
        {
            _notices.Add($"“{word}” 中的 {word[^1]} 没有特殊含义，已忽略。");
        }
    }
}
