using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Query.Ranking;
using SearchIndex.News.Variants;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns a <see cref="SearchRequest"/> into engine queries: the parts of the query, the filters beside it, the order.</summary>
/// <param name="outlets">The outlets of the index.</param>
/// <param name="variants">The regional variants; none by default.</param>
/// <param name="weights">What counts how much; the weights of the service by default.</param>
/// <param name="newest">Returns the date of the newest article, from which the age of the others is counted; null when none has a date.</param>
internal sealed class QueryPlanner(
    OutletNames outlets, VariantTable? variants = null, RankingWeights? weights = null, Func<DateTimeOffset?>? newest = null)
{
    private static readonly Sort Newest = new(ArticleSchema.Published, Descending: true);
    private static readonly Sort Oldest = new(ArticleSchema.Published);

    private readonly RankingWeights _weights = weights ?? RankingWeights.Default;

    /// <summary>Makes the plan.</summary>
    /// <param name="request">The question.</param>
    /// <param name="isRelaxed">Whether short texts, too, are looked for by their words; for when nothing was found otherwise.</param>
    public QueryPlan Plan(SearchRequest request, bool isRelaxed = false)
    {
        ParsedQuery parsed = QueryParser.Parse(request.Query);
        var notices = new QueryNotices();
        foreach (string notice in parsed.Notices)
        {
            notices.Add(notice);
        }

        var forms = new TextForms(request.Variants ? variants : null, request.Query);
        var texts = new TextCompiler(forms, notices, _weights, request.Match, isRelaxed);
        var filters = new FilterQueries(outlets, notices);
        var compiler = new NodeCompiler(filters, texts, request.Match);
        var ranking = new BooleanQuery.Builder();
        var marks = new BooleanQuery.Builder();
        bool isScored = compiler.AddRoot(parsed.Root, ranking, marks);
        if (request.From is not null || request.To is not null)
        {
            ranking.Add(FilterQueries.Published(request.From, request.To), Occur.Filter);
        }

        BooleanQuery unfaceted = ranking.Build();
        var selection = FacetSelection.Of(request, filters.OutletIds(request.Outlets));
        foreach (EngineQuery filter in selection.Filters())
        {
            ranking.Add(filter, Occur.Filter);
        }

        Sort? sort = request.Sort switch
        {
            SortOrder.Newest => Newest,
            SortOrder.Oldest => Oldest,
            _ => isScored ? null : Newest, // Without scores the newest is the best guess.
        };
        EngineQuery ordered = request.Sort == SortOrder.Fresh && sort is null ? Fresh(ranking.Build()) : ranking.Build();
        return new QueryPlan(
            parsed.Root,
            unfaceted,
            ordered,
            selection,
            sort,
            marks.Build(),
            forms.Notes,
            notices.All,
            texts.ShortTexts,
            sort is null ? RerankerOf(texts.AskedTexts) : null);
    }

    /// <summary>The age counts from the newest article: an archive that ended years ago has fresh articles, too.</summary>
    private EngineQuery Fresh(EngineQuery ranking) => newest?.Invoke() is { } date
        ? new RecencyQuery(
            ranking,
            ArticleSchema.Published,
            date.ToUnixTimeMilliseconds(),
            (long)_weights.FreshnessHalfLife.TotalMilliseconds,
            _weights.FreshnessShare)
        : ranking;

    private Reranker? RerankerOf(IReadOnlyList<string> texts) =>
        texts.Count == 0 || _weights.Evidence is null || _weights.RerankedHits == 0 ? null : new Reranker(texts, _weights);
}
