using System.Globalization;
using System.Text;

namespace SearchIndex.News.Query.Language;

/// <summary>Cuts a query into operators and values. What looks like an operator but cannot be one becomes text, or is left out with a notice.</summary>
internal sealed class QueryTokenizer
{
    private readonly string _text;
    private readonly QueryLimits _limits;
    private readonly List<QueryToken> _tokens = [];
    private readonly QueryNotices _notices;
    private int _next;
    private int _openGroups;
    private int _ignoredGroups;
    private int _values;

    private QueryTokenizer(string text, QueryLimits limits, QueryNotices notices)
    {
        _text = text;
        _limits = limits;
        _notices = notices;
    }

    /// <summary>Returns the pieces of a query in order. Parentheses are balanced, except for groups left open at the end.</summary>
    public static IReadOnlyList<QueryToken> Tokenize(string text, QueryLimits limits, QueryNotices notices)
    {
        var tokenizer = new QueryTokenizer(text, limits, notices);
        tokenizer.ReadAll();
        return tokenizer._tokens;
    }

    private char Current => QueryCharacters.Narrow(_text[_next]);

    private bool IsAtEnd => _next >= _text.Length;

    private void ReadAll()
    {
        while (SkipSpace())
        {
            if (_values == _limits.Parts)
            {
                _notices.Add($"查询超过 {_limits.Parts} 个部分，后面的部分没有使用。");
                break;
            }

            ReadPart();
        }

        if (_openGroups > 0)
        {
            _notices.Add("括号没有配对，已在末尾补上。");
        }
    }

    private void ReadPart()
    {
        switch (Current)
        {
            case '(':
                OpenGroup();
                break;
            case ')':
                CloseGroup();
                break;
            case '|':
                ReadBars();
                break;
            case '-' when IsFollowedByText():
                Add(QueryTokenKind.Not, 1);
                break;
            default:
                ReadFieldOrValue();
                break;
        }
    }

    private void OpenGroup()
    {
        if (_openGroups < _limits.Nesting)
        {
            _openGroups++;
            Add(QueryTokenKind.Open, 1);
            return;
        }

        _notices.Add($"括号超过 {_limits.Nesting} 层，更深的已忽略。");
        _ignoredGroups++;
        _next++;
    }

    private void CloseGroup()
    {
        if (_ignoredGroups > 0)
        {
            _ignoredGroups--;
            _next++;
        }
        else if (_openGroups > 0)
        {
            _openGroups--;
            Add(QueryTokenKind.Close, 1);
        }
        else
        {
            _notices.Add("括号没有配对，已忽略。");
            _next++;
        }
    }

    private void ReadBars()
    {
        bool isDouble = _next + 1 < _text.Length && QueryCharacters.Narrow(_text[_next + 1]) == '|';
        Add(QueryTokenKind.Or, isDouble ? 2 : 1);
    }

    /// <summary>A minus excludes only when something follows it at once; a lone one is punctuation.</summary>
    private bool IsFollowedByText() =>
        _next + 1 < _text.Length && !char.IsWhiteSpace(_text[_next + 1]) && QueryCharacters.Narrow(_text[_next + 1]) is not (')' or '|');

    private void ReadFieldOrValue()
    {
        int behind = QueryFields.ReadName(_text, _next, out string name);
        if (behind < 0 || IsNothingLeft(behind))
        {
            ReadValue(isField: false, isAddress: false);
            return;
        }

        if (QueryFields.TryFind(name, out QueryField field))
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Field, _text[_next..behind]) { Field = field });
            _next = behind;
            SkipSpace();
            if (Current == '(')
            {
                OpenGroup();
            }
            else
            {
                ReadValue(isField: true, isAddress: field == QueryField.Url);
            }

            return;
        }

        if (_text[behind] != '/')
        {
            _notices.Add($"没有“{name}:”这个字段，已按文字搜索。");
        }

        ReadValue(isField: false, isAddress: false);
    }

    private bool IsNothingLeft(int from) => string.IsNullOrWhiteSpace(_text[from..]);

    private void ReadValue(bool isField, bool isAddress)
    {
        bool isExact = Current == '=' && IsFollowedByText();
        _next += isExact ? 1 : 0;
        if (TryReadQuoted(isExact))
        {
            return;
        }

        string word = ReadWord(isAddress, out int escapedUpTo);
        if (!isExact && !isField && escapedUpTo == 0 && OperatorOf(word) is { } kind)
        {
            _tokens.Add(new QueryToken(kind, word));
            return;
        }

        int end = word.Length;
        while (!isExact && end > escapedUpTo && QueryCharacters.Narrow(word[end - 1]) == '*')
        {
            end--;
        }

        if (end == 0 && word.Length > 0)
        {
            // Only stars: nothing to begin with.
            AddValue(new QueryToken(QueryTokenKind.Value, word));
            return;
        }

        TextForm form = isExact ? TextForm.Exact : end < word.Length ? TextForm.Prefix : TextForm.Plain;
        AddValue(new QueryToken(QueryTokenKind.Value, word[..end]) { Form = form });
    }

    private static QueryTokenKind? OperatorOf(string word) => word switch
    {
        "AND" or "&&" => QueryTokenKind.And,
        "OR" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        _ => null,
    };

    private bool TryReadQuoted(bool isExact)
    {
        if (!QueryCharacters.IsOpener(_text[_next]))
        {
            return false;
        }

        int end = QueryCharacters.FindCloser(_text, _next);
        if (end < 0)
        {
            _notices.Add($"引号 {_text[_next]} 没有配对，已按文字搜索。");
            _next++;
            return false;
        }

        string text = Unescape(_text[(_next + 1)..end]).Trim();
        TextForm form = isExact ? TextForm.Exact : _text[_next] == '《' ? TextForm.Work : TextForm.Quoted;
        _next = end + 1;
        var value = new QueryToken(QueryTokenKind.Value, text) { Form = form };
        AddValue(isExact ? value : ReadSuffix(value));
        return true;
    }

    /// <summary>Reads what may stand behind quotes: a star, ~10 or ~&gt;10.</summary>
    private QueryToken ReadSuffix(QueryToken value)
    {
        if (IsAtEnd)
        {
            return value;
        }

        if (Current == '*')
        {
            _next++;
            return value with { Form = TextForm.Prefix };
        }

        if (Current != '~')
        {
            return value;
        }

        int at = _next + 1;
        bool isOrdered = at < _text.Length && QueryCharacters.Narrow(_text[at]) == '>';
        at += isOrdered ? 1 : 0;
        int digits = at;
        while (at < _text.Length && char.IsAsciiDigit(QueryCharacters.Narrow(_text[at])))
        {
            at++;
        }

        string number = string.Concat(_text[digits..at].Select(QueryCharacters.Narrow));
        _next = at;
        if (number.Length == 0)
        {
            _notices.Add("引号后面的 ~ 没有数字，已忽略。");
            return value;
        }

        bool isSmall = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int distance) && distance <= NearNode.MaxDistance;
        if (!isSmall)
        {
            distance = NearNode.MaxDistance;
            _notices.Add($"距离最大为 {NearNode.MaxDistance} 个字符，已按此搜索。");
        }

        return value with { Distance = distance, IsOrdered = isOrdered };
    }

    /// <summary>
    /// Reads a word. It ends at white space, at a bar, where quotes begin, and before the parenthesis that closes the group around it;
    /// one opened within the word belongs to it. An address ends at white space and that parenthesis only.
    /// </summary>
    /// <param name="isAddress">Whether it is an address.</param>
    /// <param name="escapedUpTo">The end of the last escaped character in the word; 0 when there is none.</param>
    private string ReadWord(bool isAddress, out int escapedUpTo)
    {
        var word = new StringBuilder();
        int inner = 0;
        escapedUpTo = 0;
        for (; !IsAtEnd; _next++)
        {
            char unit = Current;
            if (unit == '\\' && _next + 1 < _text.Length)
            {
                word.Append(_text[++_next]);
                escapedUpTo = word.Length;
                continue;
            }

            inner += unit == '(' ? 1 : 0;
            bool closesGroup = unit == ')' && inner == 0 && _openGroups + _ignoredGroups > 0;
            inner -= unit == ')' && inner > 0 ? 1 : 0;
            bool endsWord = !isAddress && (unit == '|' || (word.Length > 0 && QueryCharacters.FindCloser(_text, _next) >= 0));
            if (char.IsWhiteSpace(_text[_next]) || closesGroup || endsWord)
            {
                break;
            }

            word.Append(_text[_next]);
        }

        return word.ToString();
    }

    private void AddValue(QueryToken value)
    {
        if (value.Text.Length > 0)
        {
            _tokens.Add(value);
            _values++;
        }
    }

    private void Add(QueryTokenKind kind, int length)
    {
        _tokens.Add(new QueryToken(kind, _text.Substring(_next, length)));
        _next += length;
    }

    private bool SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_next]))
        {
            _next++;
        }

        return !IsAtEnd;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool isEscape = QueryCharacters.Narrow(text[at]) == '\\' && at + 1 < text.Length;
            plain.Append(text[isEscape ? ++at : at]);
        }

        return plain.ToString();
    }
}
