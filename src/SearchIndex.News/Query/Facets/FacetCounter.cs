using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query.Facets;

/// <summary>Counts the facets that a request asks for.</summary>
internal static class FacetCounter
{
    /// <summary>The most values that a facet lists, besides those chosen; years and months are all listed.</summary>
    private const int MaxValues = 50;

    private const int MonthsOfYear = 12;

    /// <summary>Returns the facets in the order in which they are asked for.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="query">The query without its facets.</param>
    /// <param name="selection">What the facets narrow the search to.</param>
    /// <param name="kinds">The facets; empty for none.</param>
    /// <param name="deadline">The time that the counting has; null for any.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static IReadOnlyList<Facet> Count(
        IndexSnapshot snapshot,
        EngineQuery query,
        FacetSelection selection,
        IReadOnlyList<FacetKind> kinds,
        SearchDeadline? deadline,
        CancellationToken cancellation)
    {
        if (kinds.Count == 0)
        {
            return [];
        }

        using Activity? step = QueryTrace.Start(QueryTrace.Count);
        var collector = new FacetCollector(selection);
        snapshot.Searcher.Search(query, collector, deadline, cancellation);
        return [.. kinds.Select(kind => kind switch
        {
            FacetKind.Outlet => Texts(kind, collector, selection.OutletIds, snapshot.OutletName),
            FacetKind.Script => Texts(kind, collector, selection.Scripts, value => value),
            FacetKind.Author => Texts(kind, collector, selection.Authors, value => value),
            FacetKind.Year => Dates(kind, collector, selection, month => YearName(month / MonthsOfYear)),
            _ => Dates(kind, collector, selection, MonthName),
        })];
    }

    private static Facet Texts(FacetKind kind, FacetCollector collector, IReadOnlySet<string>? selected, Func<string, string> nameOf)
    {
        (Dictionary<string, int> counts, int missing) = collector.CountsOf(kind);
        foreach (string value in selected ?? new HashSet<string>())
        {
            counts.TryAdd(value, 0);
        }

        bool IsSelected(string value) => selected?.Contains(value) ?? false;
        KeyValuePair<string, int>[] ordered = [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)];
        KeyValuePair<string, int>[] listed = [.. ordered.Where((count, rank) => rank < MaxValues || IsSelected(count.Key))];
        return new Facet(
            kind,
            [.. listed.Select(count => new FacetValue(count.Key, nameOf(count.Key), count.Value, IsSelected(count.Key)))],
            ordered.Sum(count => count.Value) - listed.Sum(count => count.Value),
            missing);
    }

    private static Facet Dates(FacetKind kind, FacetCollector collector, FacetSelection selection, Func<int, string> nameOf)
    {
        IEnumerable<FacetValue> values = collector.Months
            .GroupBy(month => nameOf(month.Key), month => month.Value, StringComparer.Ordinal)
            .Select(group => new FacetValue(group.Key, group.Key, group.Sum(), IsSelected(group.Key)))
            .OrderBy(value => value.Value, StringComparer.Ordinal);
        return new Facet(kind, [.. values], Other: 0, collector.Undated);

        bool IsSelected(string name) =>
            selection.Periods is not null && DateBound.TryParse(name, out DateBound bound) && selection.Periods.Contains(bound);
    }

    private static string YearName(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string MonthName(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{YearName(month / MonthsOfYear)}-{(month % MonthsOfYear) + 1:00}");
}
