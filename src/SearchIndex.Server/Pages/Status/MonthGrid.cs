using System.Globalization;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages.Status;

/// <summary>The articles of each outlet and month, as the tables and pictures of the status page need them.</summary>
internal sealed class MonthGrid
{
    /// <summary>The most bars of a picture; longer archives have several months in each.</summary>
    public const int MostBars = 60;

    private const int MonthsPerYear = 12;

    private readonly Dictionary<string, List<(int Month, int Articles)>> _byOutlet = new(StringComparer.Ordinal);
    private readonly int _firstMonth;
    private readonly int _lastMonth;
    private readonly int _monthsPerBar;

    /// <summary>Orders the numbers of an archive.</summary>
    /// <param name="months">The months that have articles.</param>
    public MonthGrid(Timeline months)
    {
        Steps = months.Steps;
        foreach (TimelineStep step in Steps)
        {
            int month = NumberOf(step.Period);
            foreach (TimelineCount outlet in step.Outlets)
            {
                if (!_byOutlet.TryGetValue(outlet.Outlet, out List<(int Month, int Articles)>? counts))
                {
                    _byOutlet.Add(outlet.Outlet, counts = []);
                }

                counts.Add((month, outlet.Published));
            }
        }

        _firstMonth = Steps.Count == 0 ? 0 : NumberOf(Steps[0].Period);
        _lastMonth = Steps.Count == 0 ? -1 : NumberOf(Steps[^1].Period);
        int span = _lastMonth - _firstMonth + 1;
        _monthsPerBar = Math.Max(1, (span + MostBars - 1) / MostBars);
        Bars = (span + _monthsPerBar - 1) / _monthsPerBar;
    }

    /// <summary>Gets the months that have articles.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; }

    /// <summary>Gets how many bars the picture of an outlet has, those without articles included.</summary>
    public int Bars { get; }

    /// <summary>Gets the years that have articles and how many, the newest first.</summary>
    public IEnumerable<(string Year, int Articles)> Years => Steps
        .GroupBy(step => YearOf(step.Period), StringComparer.Ordinal)
        .Select(year => (year.Key, year.Sum(step => step.Published)))
        .Reverse();

    /// <summary>Returns the months of a year, those without articles too as long as the archive goes on.</summary>
    public IReadOnlyList<TimelineStep> MonthsOf(string? year)
    {
        TimelineStep[] known = [.. Steps.Where(step => YearOf(step.Period) == year)];
        if (known.Length == 0)
        {
            return [];
        }

        int january = NumberOf($"{year}-01");
        int first = Math.Max(january, _firstMonth);
        int last = Math.Min(january + MonthsPerYear - 1, _lastMonth);
        return [.. Enumerable.Range(first, last - first + 1).Select(month =>
            known.FirstOrDefault(step => NumberOf(step.Period) == month) ?? new TimelineStep(PeriodOf(month), 0, 0, []))];
    }

    /// <summary>Returns the height of each bar of an outlet.</summary>
    public int[] BarsOf(string outlet)
    {
        int[] bars = new int[Bars];
        foreach ((int month, int articles) in CountsOf(outlet))
        {
            bars[(month - _firstMonth) / _monthsPerBar] += articles;
        }

        return bars;
    }

    /// <summary>Returns the first and the last month of an outlet; null when none of its articles has a date.</summary>
    public (string First, string Last)? SpanOf(string outlet) =>
        CountsOf(outlet) is { Count: > 0 } counts ? (PeriodOf(counts[0].Month), PeriodOf(counts[^1].Month)) : null;

    private List<(int Month, int Articles)> CountsOf(string outlet) => _byOutlet.GetValueOrDefault(outlet, []);

    private static string YearOf(string period) => period.Split('-')[0];

    private static int NumberOf(string period)
    {
        string[] parts = period.Split('-');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * MonthsPerYear) + int.Parse(parts[1], CultureInfo.InvariantCulture) - 1;
    }

    private static string PeriodOf(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / MonthsPerYear:0000}-{(month % MonthsPerYear) + 1:00}");
}
