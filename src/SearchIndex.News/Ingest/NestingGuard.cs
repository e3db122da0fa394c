using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Stands between tokenizer and tree builder of AngleSharp and keeps elements from nesting deeper than any page does. The tree builder
/// looks through the open elements for every tag, and repeats open formatting elements in every block: 100,000 nested tags take it half
/// a minute, 20,000 unclosed bold tags more memory than there is. Beyond the limits a tag becomes a line break, or nothing if it is
/// inline, so that the text stays whole and its paragraphs apart. Elements whose text is not read (frames, players) are dropped when they
/// are never closed, or closed as in XML: a browser would take the rest of the article for their content.
/// </summary>
/// <remarks>
/// The guard's count may be higher than the true depth, since it knows only the main rules of implied end tags, but never much lower:
/// tags that HTML closes by itself do not count, and an end tag closes no more here than it does there.
/// </remarks>
internal sealed class NestingGuard
{
    private const int MaxDepth = 200;

    /// <summary>Open formatting elements (bold, font and so on) are repeated in each block that follows, so few may be open.</summary>
    private const int MaxFormatting = 16;

    private readonly ReadOnlyMemory<char> _html;
    private readonly Dictionary<string, bool> _isClosed = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _formatting = new(StringComparer.Ordinal);
    private int _formattingCount;

    /// <summary>Creates a guard for one parsing.</summary>
    internal NestingGuard(ReadOnlyMemory<char> html)
    {
        _html = html;
    }

    /// <summary>Passes a token on, changes its name to that of a line break, or drops it.</summary>
    internal TokenConsumptionResult Guard(ref StructHtmlToken token, TokenConsumer next)
    {
        bool pass = token.Type switch
        {
            HtmlTokenType.StartTag => Start(ref token),
            HtmlTokenType.EndTag => End(ref token),
            _ => true,
        };
        if (pass)
        {
            next(ref token);
        }

        return TokenConsumptionResult.Continue;
    }

    private bool Start(ref StructHtmlToken token)
    {
        string name = token.Name.ToString();
        if (ElementRules.SwallowsText(name) && (token.IsSelfClosing || !IsClosedSomewhere(name)))
        {
            return false;
        }

        switch (ElementRules.NestingOf(name))
        {
            case ElementNesting.None:
                return true;
            case ElementNesting.Formatting:
                return StartFormatting(name);
        }

        if (_open.Count < MaxDepth)
        {
            _open.Add(name);
            return true;
        }

        _dropped[name] = _dropped.GetValueOrDefault(name) + 1;
        return BecomeBreak(ref token, name);
    }

    private bool IsClosedSomewhere(string name)
    {
        if (!_isClosed.TryGetValue(name, out bool isClosed))
        {
            isClosed = _html.Span.Contains("</" + name, StringComparison.OrdinalIgnoreCase);
            _isClosed.Add(name, isClosed);
        }

        return isClosed;
    }

    private bool StartFormatting(string name)
    {
        int open = _formatting.GetValueOrDefault(name);
        if (name == "a" && open > 0)
        {
            // A link closes the link before.
            return true;
        }

        if (_formattingCount >= MaxFormatting)
        {
            return false;
        }

        _formatting[name] = open + 1;
        _formattingCount++;
        return true;
    }

    private bool End(ref StructHtmlToken token)
    {
        string name = token.Name.ToString();
        switch (ElementRules.NestingOf(name))
        {
            case ElementNesting.None:
                return true;
            case ElementNesting.Formatting:
                EndFormatting(name);
                return true;
        }

        int dropped = _dropped.GetValueOrDefault(name);
        if (dropped > 0)
        {
            _dropped[name] = dropped - 1;
            return BecomeBreak(ref token, name);
        }

        Close(name);
        return true;
    }

    private void EndFormatting(string name)
    {
        int open = _formatting.GetValueOrDefault(name);
        if (open > 0)
        {
            _formatting[name] = open - 1;
            _formattingCount--;
        }
    }

    /// <summary>Closes the nearest element of that name with all it holds, unless one in between stops the end tag.</summary>
    private void Close(string name)
    {
        bool isBlock = ElementRules.NestingOf(name) == ElementNesting.Block;
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            ElementNesting between = ElementRules.NestingOf(_open[i]);
            if (between == ElementNesting.Scope || (between == ElementNesting.Block && !isBlock))
            {
                return;
            }
        }
    }

    /// <summary>Drops an inline tag; makes any other a line break, which parts paragraphs (HTML takes its end tag for one).</summary>
    private static bool BecomeBreak(ref StructHtmlToken token, string name)
    {
        if (ElementRules.NestingOf(name) == ElementNesting.Inline)
        {
            return false;
        }

        token.Name = new StringOrMemory("br");
        return true;
    }
}
