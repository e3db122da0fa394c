using System.Globalization;

namespace SearchIndex.News.Query;

/// <summary>
/// A date as a person writes it, as the span of time it names. A year, a month or a day is the whole of it in UTC; a time is a moment,
/// and its span is empty. <c>from</c> takes the start of the span and <c>to</c> its end, so that a day given as <c>to</c> is included.
/// </summary>
/// <param name="Start">The first moment of the span.</param>
/// <param name="End">The first moment after the span; equal to <paramref name="Start"/> for a moment.</param>
public readonly record struct DateBound(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>What may be written, for messages.</summary>
    public const string Allowed = "a year (2023), a month (2023-05), a day (2023-05-01) or a time (2023-05-01T08:30:00Z)";

    // Besides 2023-05-01 also as people write it: 2023/5/1, 2023.5.1, 2023年5月1日.
    private static readonly string[] YearFormats = ["yyyy", "yyyy'年'"];
    private static readonly string[] MonthFormats = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy'年'M'月'"];
    private static readonly string[] DayFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy'年'M'月'd'日'", "yyyy'年'M'月'd'号'", "yyyy'年'M'月'd'號'"];

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads what a person wrote; a time without an offset is UTC.</summary>
    /// <returns>Whether <paramref name="text"/> is one of the <see cref="Allowed"/> forms and exists in the calendar.</returns>
    public static bool TryParse(string text, out DateBound bound)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        if (TryRead(trimmed, YearFormats, out DateTimeOffset start))
        {
            bound = new DateBound(start, EndOf(start, date => date.AddYears(1)));
            return true;
        }

        if (TryRead(trimmed, MonthFormats, out start))
        {
            bound = new DateBound(start, EndOf(start, date => date.AddMonths(1)));
            return true;
        }

        if (TryRead(trimmed, DayFormats, out start))
        {
            bound = new DateBound(start, EndOf(start, date => date.AddDays(1)));
            return true;
        }

        // The + of an offset arrives as a space when a URL was put together by hand.
        string time = trimmed.Replace(' ', '+');
        bool isTime = DateTimeOffset.TryParseExact(time, TimeFormats, CultureInfo.InvariantCulture, Utc, out start);
        bound = new DateBound(start, start);
        return isTime;
    }

    private static bool TryRead(string text, string[] formats, out DateTimeOffset start) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Utc, out start);

    /// <summary>Returns the end of a span, which for the last year, month and day of the calendar is its last moment.</summary>
    private static DateTimeOffset EndOf(DateTimeOffset start, Func<DateTimeOffset, DateTimeOffset> next)
    {
        bool isLastYear = start.Year == DateTimeOffset.MaxValue.Year;
        return isLastYear ? DateTimeOffset.MaxValue : next(start);
    }
}
