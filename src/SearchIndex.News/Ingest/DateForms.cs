using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchIndex.News.Ingest;

/// <summary>The ways in which files write dates. A whole text must be a date; a date without zone is taken as UTC.</summary>
internal static partial class DateForms
{
    /// <summary>Longer texts are no dates; the patterns need not look at them.</summary>
    private const int MaxLength = 60;

    /// <summary>News from before this year, or after the other, is a slip of the keyboard or of a program.</summary>
    private const int FirstYear = 1900;

    private const int LastYear = 2199;

    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private const string Rfc1123Date = "d MMM yyyy HH:mm:ss";

    /// <summary>Parses ISO 8601 with date and time, parted by <c>T</c> or with a zone, and RFC 1123.</summary>
    internal static bool TryParseStamp(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length > MaxLength)
        {
            return false;
        }

        Match iso = IsoStamp().Match(text);
        if (iso.Success)
        {
            return (iso.Groups["t"].ValueSpan is "T" || iso.Groups["z"].Success) && TryCreate(iso, out date);
        }

        Match rfc = Rfc1123().Match(text);
        return rfc.Success && TryCreateRfc1123(rfc, out date);
    }

    /// <summary>
    /// Parses the forms that sites print for readers, such as <c>25/03/2024 - 13:42</c> or <c>2024年3月25日</c>, also after a label; and
    /// the dateline <c>【某报2024年03月25日讯】</c>, which the first paragraph may go on from.
    /// </summary>
    internal static bool TryParseLocal(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.StartsWith('【') && Dateline().Match(text) is { Success: true } dateline)
        {
            return TryCreate(dateline.Groups["y"], dateline.Groups["m"], dateline.Groups["d"], out date);
        }

        if (text.Length > MaxLength)
        {
            return false;
        }

        Match yearFirst = YearFirst().Match(text);
        if (yearFirst.Success)
        {
            return TryCreate(yearFirst, out date);
        }

        Match english = English().Match(text);
        if (english.Success)
        {
            return TryCreateEnglish(english, out date);
        }

        Match dayFirst = DayFirst().Match(text);
        if (!dayFirst.Success)
        {
            return false;
        }

        // Day before month, as most of the world writes it, unless only the other order makes a date.
        return TryCreate(dayFirst, out date) || TryCreateMonthFirst(dayFirst, out date);
    }

    /// <summary>Parses any of the forms.</summary>
    internal static bool TryParseAny(string text, out DateTimeOffset date) =>
        TryParseStamp(text, out date) || TryParseLocal(text, out date);

    /// <summary>Converts milliseconds since 1970; zero and less stand for no date.</summary>
    internal static bool TryFromEpoch(long milliseconds, out DateTimeOffset date)
    {
        date = default;
        if (milliseconds <= 0 || milliseconds > new DateTimeOffset(LastYear, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds())
        {
            return false;
        }

        date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }

    /// <summary>Makes a date of three groups of digits, at midnight UTC, if there is such a day.</summary>
    internal static bool TryCreate(Group year, Group month, Group day, out DateTimeOffset date) =>
        TryCreate(Number(year), Number(month), Number(day), TimeSpan.Zero, TimeSpan.Zero, out date);

    private static bool TryCreate(Match match, out DateTimeOffset date)
    {
        date = default;
        GroupCollection groups = match.Groups;
        return TryReadTime(groups, out TimeSpan time)
            && TryReadZone(groups["z"].ValueSpan, out TimeSpan offset)
            && TryCreate(Number(groups["y"]), Number(groups["m"]), Number(groups["d"]), time, offset, out date);
    }

    private static bool TryCreateMonthFirst(Match match, out DateTimeOffset date)
    {
        date = default;
        GroupCollection groups = match.Groups;
        return TryReadTime(groups, out TimeSpan time)
            && TryReadZone(groups["z"].ValueSpan, out TimeSpan offset)
            && TryCreate(Number(groups["y"]), Number(groups["d"]), Number(groups["m"]), time, offset, out date);
    }

    private static bool TryCreateRfc1123(Match match, out DateTimeOffset date)
    {
        date = default;
        string seconds = match.Groups["sec"].Success ? match.Groups["sec"].Value : ":00";
        if (!DateTime.TryParseExact(
                match.Groups["day"].Value + seconds, Rfc1123Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime parsed)
            || !TryReadZone(match.Groups["z"].ValueSpan, out TimeSpan offset))
        {
            return false;
        }

        return TryCreate(parsed.Year, parsed.Month, parsed.Day, parsed.TimeOfDay, offset, out date);
    }

    private static bool TryCreateEnglish(Match match, out DateTimeOffset date)
    {
        string word = match.Groups["m"].Value;
        int month = 1 + Array.FindIndex(EnglishMonths, name => word.StartsWith(name, StringComparison.Ordinal));
        return TryCreate(Number(match.Groups["y"]), month, Number(match.Groups["d"]), TimeSpan.Zero, TimeSpan.Zero, out date);
    }

    private static bool TryCreate(int year, int month, int day, TimeSpan time, TimeSpan offset, out DateTimeOffset date)
    {
        date = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + time - offset;
        return true;
    }

    private static bool TryReadTime(GroupCollection groups, out TimeSpan time)
    {
        int hour = Number(groups["h"]);
        int minute = Number(groups["min"]);
        int second = Number(groups["s"]);
        ReadOnlySpan<char> fraction = groups["f"].ValueSpan;
        int milliseconds = 0;
        for (int i = 0; i < 3; i++)
        {
            milliseconds = (milliseconds * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        time = new TimeSpan(0, hour, minute, Math.Min(second, 59), milliseconds);
        return hour < 24 && minute < 60 && second <= 60;
    }

    /// <summary>Reads Z, UTC, GMT, +8, +0800, +08:00 or GMT+8; nothing means UTC.</summary>
    private static bool TryReadZone(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        int sign = zone.IndexOfAny('+', '-');
        if (sign < 0)
        {
            return true;
        }

        zone = zone[sign..];
        ReadOnlySpan<char> digits = zone[1..];
        int hourDigits = digits.Length > 2 && digits[1] == ':' ? 1 : Math.Min(2, digits.Length);
        int hours = int.Parse(digits[..hourDigits], NumberStyles.None, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = digits[hourDigits..].TrimStart(':');
        int minutes = rest.Length == 0 ? 0 : int.Parse(rest, NumberStyles.None, CultureInfo.InvariantCulture);
        offset = new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
        return hours <= 14 && minutes < 60;
    }

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?<h>[0-9]{1,2})[:：](?<min>[0-9]{2})(?:[:：](?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,9}))?)?";

    private const string Zone = @"(?<z>Z|UTC|GMT|(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?)";

    private const string Month =
        "(?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
        + "|Dec(?:ember)?)";

    private const string Weekday = @"(?:[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?";

    private const string Label =
        @"(?:(?:发布|發布|發佈|发表|發表|更新|刊登|出版|最后更新|最後更新)?(?:时间|時間|日期|于|於|：|:)?\s*[:：]?\s*)";

    [GeneratedRegex(
        "^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?<t>[T ])" + Time + @"\s*" + Zone + "?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex IsoStamp();

    [GeneratedRegex(
        "^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2})(?<sec>:[0-9]{2})? "
        + "(?:GMT|UTC|UT|Z|(?<z>[+-][0-9]{4}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rfc1123();

    [GeneratedRegex(
        "^" + Label + @"(?<y>[0-9]{4})\s?[-/.年]\s?(?<m>[0-9]{1,2})\s?[-/.月]\s?(?<d>[0-9]{1,2})\s?日?(?:[\s,，-]*" + Weekday + @"\s*" + Time
        + @"\s*" + Zone + "?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        "^(?:" + Month + @"\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?|(?<d>[0-9]{1,2})(?:st|nd|rd|th)? " + Month + @"\.?,?) (?<y>[0-9]{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex("^【[^】]{0,12}?(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日[讯訊]】", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(
        "^" + Label + @"(?<d>[0-9]{1,2})(?<p>[-/.])(?<m>[0-9]{1,2})\k<p>(?<y>[0-9]{4})(?:[\s,，-]*" + Time + @"\s*" + Zone + "?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();
}
