namespace SearchIndex.News.Query.Language;

/// <summary>A span of dates as a query gives it: one date, <c>2023-05..2023-06</c>, or a date after &gt;, &gt;=, &lt; or &lt;=.</summary>
/// <param name="From">The first moment, inclusive, or null.</param>
/// <param name="To">The end, exclusive, or null.</param>
internal readonly record struct DateSpan(DateTimeOffset? From, DateTimeOffset? To)
{
    private const string RangeMark = "..";

    /// <summary>Reads a span. A year, month or day is the whole of it: &gt;2024 begins with 2025, ..2024 ends with 2024.</summary>
    public static bool TryParse(string text, out DateSpan span)
    {
        span = default;
        string narrow = string.Concat(text.Select(QueryCharacters.Narrow)).Replace("…", RangeMark, StringComparison.Ordinal).Trim();
        int range = narrow.IndexOf(RangeMark, StringComparison.Ordinal);
        if (range >= 0)
        {
            return TryParseRange(narrow[..range], narrow[(range + RangeMark.Length)..].TrimStart('.'), out span);
        }

        string comparison = narrow switch
        {
            ['>' or '<', '=', ..] => narrow[..2],
            ['>' or '<', ..] => narrow[..1],
            _ => string.Empty,
        };
        if (!DateBound.TryParse(narrow[comparison.Length..], out DateBound date))
        {
            return false;
        }

        span = comparison switch
        {
            ">" => new DateSpan(date.End, null),
            ">=" => new DateSpan(date.Start, null),
            "<" => new DateSpan(null, date.Start),
            "<=" => new DateSpan(null, date.End),
            _ => new DateSpan(date.Start, date.End),
        };
        return true;
    }

    private static bool TryParseRange(string first, string last, out DateSpan span)
    {
        span = default;
        DateBound from = default;
        DateBound to = default;
        bool hasFrom = first.Length > 0;
        bool hasTo = last.Length > 0;
        bool isRange = (hasFrom || hasTo) && (!hasFrom || DateBound.TryParse(first, out from)) && (!hasTo || DateBound.TryParse(last, out to));
        if (isRange)
        {
            span = new DateSpan(hasFrom ? from.Start : null, hasTo ? to.End : null);
        }

        return isRange;
    }
}
