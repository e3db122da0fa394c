using System.Globalization;

namespace SearchIndex.News.Query.Facets;

/// <summary>Puts counts by day together to a timeline.</summary>
internal static class TimelineCounter
{
    // A chart of more steps than these is hard to read.
    private const int MostDays = 120;
    private const int MostMonths = 240;
    private const int DaysOfMonth = 30;

    /// <summary>Returns the timeline.</summary>
    /// <param name="found">The matches.</param>
    /// <param name="published">All articles of the archive.</param>
    /// <param name="interval">The length of a step; null for one that gives a readable chart.</param>
    public static Timeline Count(DayCollector found, DayCollector published, TimelineInterval? interval)
    {
        if (found.Counts.Count == 0)
        {
            return new Timeline(interval ?? TimelineInterval.Month, [], found.Undated);
        }

        int first = found.Counts.Keys.Min(key => key.Day);
        int last = found.Counts.Keys.Max(key => key.Day);
        TimelineInterval chosen = interval ?? ReadableInterval(last - first + 1);
        ILookup<string, (string Outlet, int Count)> foundBy = ByPeriod(found, chosen);
        ILookup<string, (string Outlet, int Count)> publishedBy = ByPeriod(published, chosen);
        string firstPeriod = PeriodOf(first, chosen);
        string lastPeriod = PeriodOf(last, chosen);
        IEnumerable<string> periods = publishedBy
            .Select(group => group.Key)
            .Where(period => string.CompareOrdinal(period, firstPeriod) >= 0 && string.CompareOrdinal(period, lastPeriod) <= 0)
            .Order(StringComparer.Ordinal);
        return new Timeline(chosen, [.. periods.Select(period => Step(period, foundBy[period], publishedBy[period]))], found.Undated);
    }

    private static TimelineInterval ReadableInterval(int days) => days switch
    {
        <= MostDays => TimelineInterval.Day,
        <= MostMonths * DaysOfMonth => TimelineInterval.Month,
        _ => TimelineInterval.Year,
    };

    private static ILookup<string, (string Outlet, int Count)> ByPeriod(DayCollector counts, TimelineInterval interval) =>
        counts.Counts.ToLookup(count => PeriodOf(count.Key.Day, interval), count => (count.Key.Outlet, count.Value));

    private static TimelineStep Step(
        string period, IEnumerable<(string Outlet, int Count)> found, IEnumerable<(string Outlet, int Count)> published)
    {
        Dictionary<string, int> foundOf = SumByOutlet(found);
        TimelineCount[] outlets = [.. SumByOutlet(published)
            .Select(outlet => new TimelineCount(outlet.Key, foundOf.GetValueOrDefault(outlet.Key), outlet.Value))
            .OrderByDescending(outlet => outlet.Found).ThenByDescending(outlet => outlet.Published).ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal)];
        return new TimelineStep(period, outlets.Sum(outlet => outlet.Found), outlets.Sum(outlet => outlet.Published), outlets);
    }

    private static Dictionary<string, int> SumByOutlet(IEnumerable<(string Outlet, int Count)> counts) =>
        counts.GroupBy(count => count.Outlet, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(count => count.Count), StringComparer.Ordinal);

    private static string PeriodOf(int day, TimelineInterval interval) =>
        DateTime.UnixEpoch.AddDays(day).ToString(interval switch
        {
            TimelineInterval.Day => "yyyy-MM-dd",
            TimelineInterval.Month => "yyyy-MM",
            _ => "yyyy",
        }, CultureInfo.InvariantCulture);
}
