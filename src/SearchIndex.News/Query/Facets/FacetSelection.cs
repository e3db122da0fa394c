using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query.Facets;

/// <summary>What a search is narrowed to: values of one facet are alternatives, facets are conditions that all hold.</summary>
/// <param name="OutletIds">The ids of outlets; null for no condition.</param>
/// <param name="Scripts">The terms of scripts; null for no condition.</param>
/// <param name="Authors">The names of authors; null for no condition.</param>
/// <param name="Periods">Spans of publication; null for no condition.</param>
internal sealed record FacetSelection(
    IReadOnlySet<string>? OutletIds, IReadOnlySet<string>? Scripts, IReadOnlySet<string>? Authors, IReadOnlyList<DateBound>? Periods)
{
    /// <summary>Returns the selection of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outletIds">The ids of its outlets.</param>
    public static FacetSelection Of(SearchRequest request, IReadOnlyList<string> outletIds) => new(
        SetOf(request.Outlets.Count > 0, outletIds),
        SetOf(request.Scripts.Count > 0, request.Scripts.Select(ArticleSchema.ScriptTerm)),
        SetOf(request.Authors.Count > 0, request.Authors),
        request.Periods.Count > 0 ? request.Periods : null);

    /// <summary>Returns the conditions as filters.</summary>
    public IEnumerable<EngineQuery> Filters()
    {
        foreach ((string field, IReadOnlySet<string>? values) in new[]
        {
            (ArticleSchema.Outlet, OutletIds), (ArticleSchema.Script, Scripts), (ArticleSchema.AuthorName, Authors),
        })
        {
            if (values is not null)
            {
                yield return FilterQueries.AnyOf(values.Select(value => new TermQuery(new Term(field, value))));
            }
        }

        if (Periods is not null)
        {
            yield return FilterQueries.AnyOf(Periods.Select(period => FilterQueries.Published(period.Start, period.End)));
        }
    }

    /// <summary>Tells whether a moment lies in one of the periods; with no condition every one does.</summary>
    public bool HasPeriodOf(DateTimeOffset published) => Periods is null || Periods.Any(period => published >= period.Start && published < period.End);

    private static HashSet<string>? SetOf(bool isCondition, IEnumerable<string> values) => isCondition ? [.. values] : null;
}
