namespace SearchIndex.News.Query.Language;

/// <summary>
/// Takes a query apart. It never fails: what is not understood is text, and a notice says so. The language is described for readers in
/// docs/query-language.md; full-width forms of operators, colons and digits count as half-width.
/// <code>
/// query  := and (("OR" | "|") and)*
/// and    := unary (["AND"] unary)*
/// unary  := ["-" | "NOT"] part
/// part   := [field ":"] ("(" query ")" | value)
/// value  := ["="] quoted | quoted "*" | quoted "~" [">"] number | ["="] word | word "*"
/// quoted := "…" | “…” | 「…」 | 『…』 | ‘…’ | 《…》
/// word   := any characters but white space, bars and quotes; a backslash makes the next character text
/// field  := "title" | "body" | "author" | "outlet" | "url" | "script" | "date"
/// </code>
/// </summary>
public sealed class QueryParser
{
    private readonly IReadOnlyList<QueryToken> _tokens;
    private readonly QueryNotices _notices;
    private int _next;

    private QueryParser(IReadOnlyList<QueryToken> tokens, QueryNotices notices)
    {
        _tokens = tokens;
        _notices = notices;
    }

    /// <summary>Takes a query apart.</summary>
    /// <param name="query">What a person typed.</param>
    /// <param name="limits">How large it may be; by default what the service allows.</param>
    public static ParsedQuery Parse(string query, QueryLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        limits ??= QueryLimits.Default;
        var notices = new QueryNotices();
        if (query.Length > limits.Length)
        {
            query = query[..limits.Length];
            notices.Add($"查询超过 {limits.Length} 个字符，后面的部分没有使用。");
        }

        var parser = new QueryParser(QueryTokenizer.Tokenize(query, limits, notices), notices);
        QueryNode root = parser.ReadOr(QueryField.Text) ?? AllNode.Instance;
        return new ParsedQuery(root, notices.All);
    }

    /// <summary>Reads alternatives up to the end of the group.</summary>
    private QueryNode? ReadOr(QueryField field)
    {
        var alternatives = new List<QueryNode>();
        do
        {
            if (ReadAnd(field) is { } alternative)
            {
                alternatives.Add(alternative);
            }
        }
        while (TrySkip(QueryTokenKind.Or));

        return alternatives.Count == 0 ? null : OrNode.Of(alternatives);
    }

    private QueryNode? ReadAnd(QueryField field)
    {
        var parts = new List<QueryNode>();
        while (_next < _tokens.Count && !IsNext(QueryTokenKind.Close))
        {
            QueryTokenKind kind = _tokens[_next].Kind;
            bool joins = parts.Count > 0 && IsOperand(_next + 1);
            if (kind == QueryTokenKind.Or && joins)
            {
                break;
            }

            if (kind == QueryTokenKind.And && joins)
            {
                _next++;
            }
            else if (ReadUnary(field) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : AndNode.Of(parts);
    }

    private QueryNode? ReadUnary(QueryField field)
    {
        if (IsNext(QueryTokenKind.Not) && IsOperand(_next + 1))
        {
            _next++;
            return ReadUnary(field) is { } excluded ? NotNode.Of(excluded) : null;
        }

        QueryToken token = _tokens[_next++];
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                QueryNode? group = ReadOr(field);
                TrySkip(QueryTokenKind.Close);
                return group;
            case QueryTokenKind.Field when _next < _tokens.Count && _tokens[_next].Kind is QueryTokenKind.Open or QueryTokenKind.Value:
                return ReadUnary(token.Field);
            case QueryTokenKind.Value:
                return QueryValues.NodeOf(field, token, _notices);
            default:
                return TextOf(token, field);
        }
    }

    /// <summary>An operator that has nothing to work on is text; where it has no letters, there is nothing to find either.</summary>
    private TextNode? TextOf(QueryToken token, QueryField field)
    {
        if (!token.Text.Any(char.IsLetter))
        {
            _notices.Add($"“{token.Text}” 两边要有内容，已忽略。");
            return null;
        }

        _notices.Add($"“{token.Text}” 在这里不是运算符，已按文字搜索。");
        return new TextNode(QueryFields.IsText(field) ? field : QueryField.Text, token.Text, TextForm.Plain);
    }

    /// <summary>Tells whether something that can be looked for begins at a token.</summary>
    private bool IsOperand(int index) =>
        index < _tokens.Count && _tokens[index].Kind is QueryTokenKind.Value or QueryTokenKind.Field or QueryTokenKind.Open or QueryTokenKind.Not;

    private bool IsNext(QueryTokenKind kind) => _next < _tokens.Count && _tokens[_next].Kind == kind;

    private bool TrySkip(QueryTokenKind kind)
    {
        bool isNext = IsNext(kind);
        _next += isNext ? 1 : 0;
        return isNext;
    }
}
