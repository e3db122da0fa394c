using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages;

/// <summary>What a chart of a timeline shows: every step from the first to the last, and in each the outlets that stand out.</summary>
internal sealed class TimelineSeries
{
    /// <summary>How many outlets have a colour of their own.</summary>
    private const int MostOutlets = 5;

    /// <summary>Orders the numbers of a timeline.</summary>
    public TimelineSeries(Timeline timeline)
    {
        Steps = [.. WithoutGaps(timeline)];
        string[] ranked = [.. timeline.Steps
            .SelectMany(step => step.Outlets)
            .Where(outlet => outlet.Found > 0)
            .GroupBy(outlet => outlet.Outlet, outlet => outlet.Found, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)];

        // One outlet alone in "others" may as well have its name.
        bool hasRest = ranked.Length > MostOutlets + 1;
        Outlets = hasRest ? ranked[..MostOutlets] : ranked;
        HasRest = hasRest;
    }

    /// <summary>Gets the steps; where the archive has nothing, a step is empty.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; }

    /// <summary>Gets the ids of the outlets that are told apart, the one with most matches first.</summary>
    public IReadOnlyList<string> Outlets { get; }

    /// <summary>Gets whether there are matches of other outlets.</summary>
    public bool HasRest { get; }

    /// <summary>Gets the number of series: the outlets, and the others if there are any.</summary>
    public int Count => Outlets.Count + (HasRest ? 1 : 0);

    /// <summary>Returns what a step has of each series: how many articles match, and how many the archive has.</summary>
    public (int Found, int Published)[] CountsOf(TimelineStep step)
    {
        var counts = new (int Found, int Published)[Count];
        foreach (TimelineCount outlet in step.Outlets)
        {
            int series = IndexOf(outlet.Outlet);
            if (series < counts.Length)
            {
                counts[series] = (counts[series].Found + outlet.Found, counts[series].Published + outlet.Published);
            }
        }

        return counts;
    }

    /// <summary>Returns a share in percent.</summary>
    public static string Percent(int found, int published) =>
        published == 0 ? "–" : (100.0 * found / published).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Returns the series of an outlet; all that have none are the last.</summary>
    private int IndexOf(string outlet)
    {
        for (int index = 0; index < Outlets.Count; index++)
        {
            if (Outlets[index] == outlet)
            {
                return index;
            }
        }

        return Outlets.Count;
    }

    private static IEnumerable<TimelineStep> WithoutGaps(Timeline timeline)
    {
        string? expected = null;
        foreach (TimelineStep step in timeline.Steps)
        {
            for (; expected is not null && string.CompareOrdinal(expected, step.Period) < 0; expected = After(expected, timeline.Interval))
            {
                yield return new TimelineStep(expected, 0, 0, []);
            }

            yield return step;
            expected = After(step.Period, timeline.Interval);
        }
    }

    private static string? After(string period, TimelineInterval interval) => DateBound.TryParse(period, out DateBound bound)
        ? bound.End.UtcDateTime.ToString(interval switch
        {
            TimelineInterval.Day => "yyyy-MM-dd",
            TimelineInterval.Month => "yyyy-MM",
            _ => "yyyy",
        }, CultureInfo.InvariantCulture)
        : null;
}
