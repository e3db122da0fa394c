using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;

namespace SearchIndex.Server.Pages;

/// <summary>Searches that differ from another by one choice: what the links of facets and conditions lead to.</summary>
internal static class SearchChoices
{
    /// <summary>Returns a search with a value of a facet chosen, or no longer chosen; it begins at the first page.</summary>
    /// <param name="parameters">The search.</param>
    /// <param name="kind">The facet.</param>
    /// <param name="value">The value.</param>
    public static SearchParameters Toggle(SearchParameters parameters, FacetKind kind, FacetValue value)
    {
        SearchParameters first = PageLinks.FirstPage(parameters);
        return kind switch
        {
            FacetKind.Outlet => first with { Outlets = Toggled(first.Outlets, value) },
            FacetKind.Author => first with { Authors = Toggled(first.Authors, value) },
            FacetKind.Script => first with { Script = string.Join(',', Toggled(ScriptsOf(first), value)) },
            _ => first with { Periods = TogglePeriod(first.Periods, value.Value) },
        };
    }

    /// <summary>Returns the search without any condition but the query.</summary>
    public static SearchParameters Unconditioned(SearchParameters parameters) =>
        new() { Query = parameters.Query, Sort = parameters.Sort, Size = parameters.Size, Chart = parameters.Chart };

    /// <summary>Returns the ids of the scripts that a search asks for.</summary>
    public static IReadOnlyList<string> ScriptsOf(SearchParameters parameters) =>
        (parameters.Script ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Returns the values that say something.</summary>
    public static IEnumerable<string> Given(IEnumerable<string> values) => values.Where(value => !string.IsNullOrWhiteSpace(value));

    private static string[] Toggled(IReadOnlyList<string> chosen, FacetValue value) => value.IsSelected
        ? [.. chosen.Where(one => !Names(one, value.Value) && !Names(one, value.Name))]
        : [.. Given(chosen), value.Value];

    private static bool Names(string chosen, string value) => chosen.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Periods are alternatives: a month beside its year would say nothing, so the one that was chosen last replaces the other.</summary>
    private static string[] TogglePeriod(IReadOnlyList<string> chosen, string period)
    {
        if (!DateBound.TryParse(period, out DateBound bound))
        {
            return [.. chosen];
        }

        bool isChosen = chosen.Any(one => DateBound.TryParse(one, out DateBound other) && other == bound);
        IEnumerable<string> apart = chosen.Where(one => !DateBound.TryParse(one, out DateBound other) || other.End <= bound.Start || other.Start >= bound.End);
        return isChosen ? [.. apart] : [.. apart, period];
    }
}
