using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>
/// Turns the texts of a query into engine queries. A text in quotes, or of up to four Han characters, must stand in the article as
/// contiguous text; of a longer one most units must, and its bigrams and words rank together. With <see cref="MatchMode.Any"/> a text
/// without quotes is one ranked OR.
/// </summary>
internal sealed class TextCompiler(QueryNotices notices, MatchMode match, bool isRelaxed)
{
    /// <summary>The most Han characters of an unquoted text that is taken as contiguous: names are rarely longer.</summary>
    private const int ContiguousHanCharacters = 4;

    private readonly List<MarkSource> _marks = [];
    private readonly List<string> _relaxableTexts = [];

    /// <summary>Gets what is to be marked.</summary>
    public IReadOnlyList<MarkSource> Marks => _marks;

    /// <summary>Gets the short texts of several words that were taken as contiguous.</summary>
    public IReadOnlyList<string> RelaxableTexts => _relaxableTexts;

    /// <summary>Returns the query of a text; null, with a notice, when there is nothing in it to search.</summary>
    /// <param name="node">The text.</param>
    /// <param name="isExcluded">Whether hits must not have it: then it is contiguous, and not marked.</param>
    public EngineQuery? Compile(TextNode node, bool isExcluded)
    {
        TextFields fields = TextFields.Of(node.Field);
        bool isPlain = node.Form == TextForm.Plain && !isExcluded && fields.Words.Count > 0 && TextPattern.Cut(node.Text).Count == 1;
        EngineQuery? query = isPlain && !IsShort(node.Text) ? Ranked(node.Text, fields) : Contiguous(node, fields, isExcluded);
        if (query is null)
        {
            notices.Add($"“{node.Text}” 中没有可以搜索的文字，已忽略。");
        }

        return query;
    }

    /// <summary>Returns the query of texts near each other; null, with a notice, when there is nothing in them to search.</summary>
    /// <param name="node">The texts.</param>
    /// <param name="isExcluded">Whether hits must not have them: then they are not marked.</param>
    public EngineQuery? Compile(NearNode node, bool isExcluded)
    {
        BooleanQuery? query = AnyField(TextFields.Of(node.Field), weighted: true, field => Near(field, node));
        if (query is null)
        {
            notices.Add($"“{string.Join(' ', node.Texts)}” 中没有可以搜索的文字，已忽略。");
        }
        else if (!isExcluded)
        {
            _marks.Add(new MarkSource(query));
        }

        return query;
    }

    /// <summary>A short text is a name as a rule; one of several words may be looked for by these when it stands nowhere.</summary>
    private bool IsShort(string text)
    {
        if (match == MatchMode.Any || HanText.Count(text) > ContiguousHanCharacters)
        {
            return false;
        }

        bool hasWords = TextUnits.Of(text).Count > 1;
        if (hasWords)
        {
            _relaxableTexts.Add(text);
        }

        return !hasWords || !isRelaxed;
    }

    private BooleanQuery? Contiguous(TextNode node, TextFields fields, bool isExcluded)
    {
        string? exact = node.Form == TextForm.Exact ? node.Text : null;
        BooleanQuery? query = AnyField(fields, weighted: true, field => (exact, TextQueries.Contiguous(field, node.Text, node.Form)) switch
        {
            (_, null) => null,
            (null, { } folded) => folded,
            (_, { } folded) => new StoredTextQuery(folded, field, exact),
        });
        if (query is not null && !isExcluded)
        {
            _marks.Add(new MarkSource(query, exact));
        }

        return query;
    }

    private static EngineQuery? Near(string field, NearNode node)
    {
        ProximityForm[] forms = [.. node.Texts.Select(text => TextQueries.Form(field, text)).OfType<ProximityForm>()];
        return forms switch
        {
            [] => null,
            [ProximityForm only] => only.Query,
            _ => new ProximityQuery(forms.Select(form => new ProximityUnit(form)), node.Distance, node.IsOrdered),
        };
    }

    private BooleanQuery? Ranked(string text, TextFields fields)
    {
        BooleanQuery terms = RankedTerms(text, fields);
        BooleanQuery? whole = AnyField(fields, weighted: false, field => TextQueries.Contiguous(field, text, TextForm.Plain));
        if (whole is null || terms.Clauses.Count == 0)
        {
            return null;
        }

        // The text as it stands is marked whole where it does; else its units one by one.
        List<BooleanQuery> units = [.. TextUnits.Of(text)
            .Select(unit => AnyField(fields, weighted: false, field => TextQueries.Contiguous(field, unit, TextForm.Plain)))
            .OfType<BooleanQuery>()];
        _marks.AddRange(units.Prepend(whole).Select(unit => new MarkSource(unit)));
        return match == MatchMode.Any
            ? terms
            : new BooleanQuery.Builder().Add(MostOf(units.Count > 0 ? units : [whole]), Occur.Filter).Add(terms, Occur.Should).Build();
    }

    /// <summary>Most of the units: all of two, two of three, three of four, four of five and six.</summary>
    private static BooleanQuery MostOf(List<BooleanQuery> units)
    {
        var most = new BooleanQuery.Builder().SetMinimumShouldMatch(units.Count - (units.Count / 3));
        units.ForEach(unit => most.Add(unit, Occur.Should));
        return most.Build();
    }

    /// <summary>A query in any of the bigram fields; the title counts more when <paramref name="weighted"/>.</summary>
    private static BooleanQuery? AnyField(TextFields fields, bool weighted, Func<string, EngineQuery?> queryOf)
    {
        var any = new BooleanQuery.Builder();
        foreach (string field in fields.Bigrams)
        {
            if (queryOf(field) is { } query)
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
}
