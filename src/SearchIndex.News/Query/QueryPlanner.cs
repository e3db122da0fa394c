using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>
/// Turns a <see cref="SearchRequest"/> into engine queries. A part in quotes, or of up to four Han characters, must stand in the article as
/// contiguous text; of a longer one most units must, and its bigrams and words rank together. With <see cref="MatchMode.Any"/> everything
/// is one ranked OR.
/// </summary>
internal sealed class QueryPlanner(OutletNames outlets)
{
    /// <summary>The most Han characters of an unquoted part that is taken as one contiguous text: names are rarely longer.</summary>
    private const int ContiguousHanCharacters = 4;

    private static readonly Sort Newest = new(ArticleSchema.Published, Descending: true);
    private static readonly Sort Oldest = new(ArticleSchema.Published);

    private readonly BooleanQuery.Builder _ranking = new();
    private readonly BooleanQuery.Builder _marks = new();
    private readonly List<string> _notices = [];
    private bool _hasScoredPart;

    /// <summary>Makes the plan; to be called once.</summary>
    public QueryPlan Plan(SearchRequest request)
    {
        ParsedQuery parsed = QueryParser.Parse(request.Query);
        _notices.AddRange(parsed.Notices);
        foreach (QueryPart part in parsed.Parts)
        {
            AddPart(part, request.Match);
        }

        if (!_hasScoredPart)
        {
            // Only filters or exclusions: everything that they let through.
            _ranking.Add(new MatchAllDocsQuery(), Occur.Must);
        }

        AddFilters(request);
        Sort? sort = request.Sort switch
        {
            SortOrder.Newest => Newest,
            SortOrder.Oldest => Oldest,
            _ => _hasScoredPart ? null : Newest, // Without scores the newest is the best guess.
        };
        return new QueryPlan(_ranking.Build(), sort, _marks.Count == 0 ? null : _marks.Build(), _notices);
    }

    private void AddPart(QueryPart part, MatchMode match)
    {
        switch (part.Field)
        {
            case QueryField.Outlet:
                AddOutlet(part);
                break;
            case QueryField.Author:
                AddContiguous(part, [ArticleSchema.Author], MatchMode.All);
                break;
            case QueryField.Title:
                AddText(part, TextFields.Title, match);
                break;
            default:
                AddText(part, TextFields.TitleAndBody, match);
                break;
        }
    }

    private void AddOutlet(QueryPart part)
    {
        IReadOnlyList<string> ids = outlets.Find(part.Text);
        if (ids.Count == 0)
        {
            _notices.Add($"索引中没有名为“{part.Text}”的媒体。");
        }

        _ranking.Add(OneOf(ids), part.IsExcluded ? Occur.MustNot : Occur.Filter);
    }

    private void AddText(QueryPart part, TextFields fields, MatchMode match)
    {
        bool isContiguous = part.IsQuoted || part.IsExcluded
            || (match == MatchMode.All && HanText.Count(part.Text) <= ContiguousHanCharacters);
        if (isContiguous)
        {
            AddContiguous(part, fields.Bigrams, match);
        }
        else
        {
            AddRanked(part, fields, match);
        }
    }

    private void AddContiguous(QueryPart part, IReadOnlyList<string> fields, MatchMode match)
    {
        if (Anywhere(part.Text, fields, weighted: true) is not { } query)
        {
            _notices.Add($"“{part.Text}” 中没有可以搜索的文字，已忽略。");
            return;
        }

        if (part.IsExcluded)
        {
            _ranking.Add(query, Occur.MustNot);
            return;
        }

        AddScored(query, match);
        _marks.Add(query, Occur.Should);
    }

    private void AddRanked(QueryPart part, TextFields fields, MatchMode match)
    {
        BooleanQuery terms = RankedTerms(part.Text, fields);
        if (terms.Clauses.Count == 0)
        {
            _notices.Add($"“{part.Text}” 中没有可以搜索的文字，已忽略。");
            return;
        }

        // The text as it stands is marked whole where it does; else its units one by one.
        BooleanQuery? whole = Anywhere(part.Text, fields.Bigrams, weighted: false);
        List<BooleanQuery> units = [.. TextUnits.Of(part.Text).Select(unit => Anywhere(unit, fields.Bigrams, weighted: false)).OfType<BooleanQuery>()];
        foreach (BooleanQuery unit in units.Prepend(whole).OfType<BooleanQuery>())
        {
            _marks.Add(unit, Occur.Should);
        }

        if (match == MatchMode.Any)
        {
            AddScored(terms, match);
            return;
        }

        AddScored(new BooleanQuery.Builder().Add(MostOf(units.Count > 0 ? units : [whole!]), Occur.Filter).Add(terms, Occur.Should).Build(), match);
    }

    private void AddScored(EngineQuery query, MatchMode match)
    {
        _hasScoredPart = true;
        _ranking.Add(query, match == MatchMode.All ? Occur.Must : Occur.Should);
        if (match == MatchMode.Any)
        {
            _ranking.SetMinimumShouldMatch(1);
        }
    }

    private void AddFilters(SearchRequest request)
    {
        if (request.Outlets.Count > 0)
        {
            string[] unknown = [.. request.Outlets.Where(name => outlets.Find(name).Count == 0)];
            _notices.AddRange(unknown.Select(name => $"索引中没有名为“{name}”的媒体。"));
            _ranking.Add(OneOf([.. request.Outlets.SelectMany(outlets.Find).Distinct()]), Occur.Filter);
        }

        if (request.From is not null || request.To is not null)
        {
            long from = request.From?.ToUnixTimeMilliseconds() ?? long.MinValue;
            long to = request.To is { } end ? end.ToUnixTimeMilliseconds() - 1 : long.MaxValue;
            _ranking.Add(new NumericDocValuesRangeQuery(ArticleSchema.Published, from, to), Occur.Filter);
        }

        if (request.Script is { } script)
        {
            _ranking.Add(new TermQuery(new Term(ArticleSchema.Script, ArticleSchema.ScriptTerm(script))), Occur.Filter);
        }
    }

    /// <summary>Most of the units: all of two, two of three, three of four, four of five and six.</summary>
    private static BooleanQuery MostOf(List<BooleanQuery> units)
    {
        var most = new BooleanQuery.Builder().SetMinimumShouldMatch(units.Count - (units.Count / 3));
        units.ForEach(unit => most.Add(unit, Occur.Should));
        return most.Build();
    }

    private static EngineQuery OneOf(IReadOnlyList<string> outletIds)
    {
        if (outletIds.Count == 0)
        {
            return new MatchNoDocsQuery();
        }

        var any = new BooleanQuery.Builder();
        foreach (string id in outletIds)
        {
            any.Add(new TermQuery(new Term(ArticleSchema.Outlet, id)), Occur.Should);
        }

        return any.Build();
    }

    /// <summary>A contiguous text in any of the fields; the title counts more when <paramref name="weighted"/>.</summary>
    private static BooleanQuery? Anywhere(string text, IReadOnlyList<string> fields, bool weighted)
    {
        var any = new BooleanQuery.Builder();
        foreach (string field in fields)
        {
            if (TextQueries.Contiguous(field, text) is { } query)
            {
                bool boosts = weighted && field == ArticleSchema.Title;
                any.Add(boosts ? new BoostQuery(query, RankingWeights.TitlePhrase) : query, Occur.Should);
            }
        }

        return any.Count == 0 ? null : any.Build();
    }

    private static BooleanQuery RankedTerms(string text, TextFields fields)
    {
        var terms = new BooleanQuery.Builder();
        foreach (string field in fields.Bigrams)
        {
            float title = field == ArticleSchema.Title ? RankingWeights.TitleTerm : 1f;
            AddAll(terms, TextQueries.BigramTerms(field, text), RankingWeights.Bigram * title);
        }

        foreach (string field in fields.Words)
        {
            AddAll(terms, TextQueries.WordTerms(field, text), field == ArticleSchema.TitleWords ? RankingWeights.TitleTerm : 1f);
        }

        return terms.Build();
    }

    private static void AddAll(BooleanQuery.Builder terms, IEnumerable<EngineQuery> queries, float weight)
    {
        foreach (EngineQuery query in queries)
        {
            terms.Add(new BoostQuery(query, weight), Occur.Should);
        }
    }

    /// <summary>The fields of a text: as bigrams, and as words.</summary>
    private sealed record TextFields(IReadOnlyList<string> Bigrams, IReadOnlyList<string> Words)
    {
        public static TextFields Title { get; } = new([ArticleSchema.Title], [ArticleSchema.TitleWords]);

        public static TextFields TitleAndBody { get; } =
            new([ArticleSchema.Title, ArticleSchema.Body], [ArticleSchema.TitleWords, ArticleSchema.BodyWords]);
    }
}
