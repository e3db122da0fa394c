using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using SearchIndex.News.Query.Ranking;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>
/// Turns the texts of a query into engine queries. A text in quotes, or of up to four Han characters, must stand in the article as
/// contiguous text; of a longer one most units must, and its bigrams and words rank together. With <see cref="MatchMode.Any"/> a text
/// without quotes is one ranked OR. What makes a question of a ranked text (是谁, 什么时候) is neither required nor ranked. Regional variants
/// stand for what was typed, and count less.
/// </summary>
internal sealed class TextCompiler(TextForms forms, QueryNotices notices, RankingWeights weights, MatchMode match, bool isRelaxed)
{
    /// <summary>The most Han characters of an unquoted text that is taken as contiguous: names are rarely longer.</summary>
    private const int ContiguousHanCharacters = 4;

    private readonly List<string> _shortTexts = [];
    private readonly List<string> _askedTexts = [];
    private bool _ranks;

    /// <summary>Gets the texts that were taken as contiguous only because they are short.</summary>
    public IReadOnlyList<string> ShortTexts => _shortTexts;

    /// <summary>
    /// Gets the texts that an article may have in title or body, without what makes a question of them; none unless one of them ranks by its
    /// terms.
    /// </summary>
    public IReadOnlyList<string> AskedTexts => _ranks ? _askedTexts : [];

    /// <summary>Tells whether a short text may be looked for by its words. To find out takes the lexicon, so it is asked last.</summary>
    public static bool HasWords(string text) => TextUnits.Of(text).Count > 1 || QuestionWords.Remove(text).Asked != text;

    /// <summary>
    /// Returns parts that must all match without those that are but question words (瑞典 何时 加入北约), with a notice for each; all, when no text
    /// would be left. A field, quotes, or an exclusion make a question word a part like others.
    /// </summary>
    public IReadOnlyList<QueryNode> WithoutQuestionWords(IReadOnlyList<QueryNode> parts)
    {
        TextNode[] asking = [.. parts.OfType<TextNode>().Where(IsQuestionWord)];
        if (asking.Length == 0 || !parts.Any(part => part is TextNode or NearNode or GroupNode && !asking.Contains(part)))
        {
            return parts;
        }

        foreach (TextNode node in asking)
        {
            notices.Add($"“{node.Text}”只是提问，文章里不必有；要查找它请加引号。");
        }

        return [.. parts.Where(part => !asking.Contains(part))];
    }

    /// <summary>Returns the query of a text; null, with a notice, when there is nothing in it to search.</summary>
    /// <param name="node">The text.</param>
    /// <param name="isExcluded">Whether hits must not have it: then it is contiguous.</param>
    public MarkedQuery? Compile(TextNode node, bool isExcluded)
    {
        TextFields fields = TextFields.Of(node.Field);
        bool mayRank = !isExcluded && fields.Words.Count > 0
            && (node.Form == TextForm.Plain || (node.Form == TextForm.Work && match == MatchMode.Any));
        MarkedQuery? query = node.Form == TextForm.Exact ? Exact(node.Text, fields)
            : mayRank && !IsShort(node.Text) ? Ranked(node.Text, fields)
            : Contiguous(node, fields, isExcluded);
        return query ?? NothingIn(node.Text);
    }

    /// <summary>Returns the query of texts near each other; null, with a notice, when there is nothing in them to search.</summary>
    /// <param name="node">The texts.</param>
    /// <param name="isExcluded">Whether hits must not have them so.</param>
    public MarkedQuery? Compile(NearNode node, bool isExcluded)
    {
        IReadOnlyList<WeightedText>[] units = [.. node.Texts.Select(text => forms.Of(text, isExcluded))];
        TextFields fields = TextFields.Of(node.Field);
        EngineQuery? query = AnyField(fields, weighted: true, field => FormQueries.ScoredNear(field, units, node.Distance, node.IsOrdered));
        EngineQuery? mark = AnyField(fields, weighted: false, field => FormQueries.Near(field, units, node.Distance, node.IsOrdered));
        return query is null || mark is null ? NothingIn(string.Join(' ', node.Texts)) : new MarkedQuery(query, mark);
    }

    private bool IsQuestionWord(TextNode node) =>
        weights.DropsQuestionWords && node is { Form: TextForm.Plain, Field: QueryField.Text }
        && QuestionWords.Is(node.Text) && TextPattern.Cut(node.Text).Count == 1;

    private MarkedQuery? NothingIn(string text)
    {
        notices.Add($"“{text}” 中没有可以搜索的文字，已忽略。");
        return null;
    }

    /// <summary>A short text is a name as a rule; one of several words may be looked for by these when it stands nowhere.</summary>
    private bool IsShort(string text)
    {
        bool isPattern = TextPattern.Cut(text).Count > 1;
        if (HanText.Count(text) > ContiguousHanCharacters || (match == MatchMode.Any && !isPattern))
        {
            return false;
        }

        if (isPattern)
        {
            return true;
        }

        _shortTexts.Add(text);
        return !isRelaxed || !HasWords(text);
    }

    private MarkedQuery? Exact(string text, TextFields fields)
    {
        EngineQuery? query = AnyField(fields, weighted: true, field => TextQueries.Contiguous(field, text, TextForm.Exact) is { } folded
            ? new NamedQuery(MarkLabels.Exact(text), new StoredTextQuery(folded, field, text)) : null);
        return query is null ? null : new MarkedQuery(query, query);
    }

    private MarkedQuery? Contiguous(TextNode node, TextFields fields, bool isExcluded)
    {
        if (fields.Bigrams.Count > 1 && !isExcluded)
        {
            _askedTexts.Add(node.Text);
        }

        IReadOnlyList<WeightedText> texts = forms.Of(node.Text, isExcluded);
        EngineQuery? query = AnyField(fields, weighted: true, field => FormQueries.Scored(field, texts, node.Form));
        EngineQuery? mark = AnyField(fields, weighted: false, field => FormQueries.Any(field, texts, node.Form));
        return query is null || mark is null ? null : new MarkedQuery(query, mark);
    }

    private MarkedQuery? Ranked(string text, TextFields fields)
    {
        (string asked, string subject) = weights.DropsQuestionWords ? QuestionWords.Remove(text) : (text, text);
        BooleanQuery terms = RankedTerms(asked, fields);
        BooleanQuery? whole = AnyForm(text, fields);
        if (whole is null || terms.Clauses.Count == 0)
        {
            return null;
        }

        if (fields.Bigrams.Count > 1)
        {
            _askedTexts.Add(asked);
            _ranks = true;
        }

        // The text as it stands, with its question words or without, is marked whole where it does; else its units one by one.
        IReadOnlyList<string> units = UnitsOf(subject);
        string[] pieces = [.. units.Prepend(subject).Prepend(text).Distinct()];
        var queries = pieces.ToDictionary(piece => piece, piece => piece == text ? whole : AnyForm(piece, fields));
        BooleanQuery mark = BooleanQuery.Of(Occur.Should, pieces.Select(piece => queries[piece]).OfType<BooleanQuery>());
        if (match == MatchMode.Any)
        {
            return new MarkedQuery(terms, mark);
        }

        BooleanQuery[] required = [.. RequiredOf(units).Select(unit => queries[unit]).OfType<BooleanQuery>()];
        BooleanQuery most = MostOf(required.Length > 0 ? required : [whole]);
        return new MarkedQuery(new BooleanQuery.Builder().Add(most, Occur.Filter).Add(terms, Occur.Should).Build(), mark);
    }

    /// <summary>The units of a text; where it has none (猫是什么), what is left of it between the question words.</summary>
    private static IReadOnlyList<string> UnitsOf(string subject) =>
        TextUnits.Of(subject) is { Count: > 0 } units ? units : subject.Split(QuestionWords.Gap, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The units of which most must be there. News seldom name their own year, so a date is not asked for beside several others.</summary>
    private static IReadOnlyList<string> RequiredOf(IReadOnlyList<string> units)
    {
        string[] undated = [.. units.Where(unit => !TextUnits.IsDate(unit))];
        return undated.Length > 1 ? undated : units;
    }

    private BooleanQuery? AnyForm(string text, TextFields fields)
    {
        IReadOnlyList<WeightedText> texts = forms.Of(text);
        return AnyField(fields, weighted: false, field => FormQueries.Any(field, texts, TextForm.Plain));
    }

    /// <summary>Most of the units: all of two, two of three, three of four, four of five and six.</summary>
    private static BooleanQuery MostOf(BooleanQuery[] units)
    {
        var most = new BooleanQuery.Builder().SetMinimumShouldMatch(units.Length - (units.Length / 3));
        foreach (BooleanQuery unit in units)
        {
            most.Add(unit, Occur.Should);
        }

        return most.Build();
    }

    /// <summary>A query in any of the bigram fields; the title counts more when <paramref name="weighted"/>.</summary>
    private BooleanQuery? AnyField(TextFields fields, bool weighted, Func<string, EngineQuery?> queryOf)
    {
        var any = new BooleanQuery.Builder();
        foreach (string field in fields.Bigrams)
        {
            if (queryOf(field) is { } query)
            {
                bool boosts = weighted && field == ArticleSchema.Title;
                any.Add(boosts ? new BoostQuery(query, weights.TitlePhrase) : query, Occur.Should);
            }
        }

        return any.Count == 0 ? null : any.Build();
    }

    private BooleanQuery RankedTerms(string text, TextFields fields)
    {
        var terms = new BooleanQuery.Builder();
        foreach (WeightedText form in forms.Parts(text).Prepend(WeightedText.Typed(text)))
        {
            (string part, float weight, _) = form;
            foreach (string field in fields.Bigrams)
            {
                float title = field == ArticleSchema.Title ? weights.TitleTerm : 1f;
                if (form.NotWithin.Count > 0)
                {
                    // Its terms would find it within the longer words, too.
                    AddAll(terms, WholeForm(field, form), weights.Bigram * title * weight);
                    continue;
                }

                AddAll(terms, TextQueries.BigramTerms(field, part), weights.Bigram * title * weight);
                if (weights.Trigram > 0)
                {
                    AddAll(terms, TextQueries.Trigrams(field, part), weights.Trigram * title * weight);
                }
            }

            foreach (string field in form.NotWithin.Count > 0 ? [] : fields.Words)
            {
                float title = field == ArticleSchema.TitleWords ? weights.TitleTerm : 1f;
                AddAll(terms, TextQueries.WordTerms(field, part), title * weight);
            }
        }

        return terms.Build();
    }

    private static IEnumerable<EngineQuery> WholeForm(string field, WeightedText form) =>
        FormQueries.Any(field, [form], TextForm.Plain) is { } query ? [query] : [];

    private static void AddAll(BooleanQuery.Builder terms, IEnumerable<EngineQuery> queries, float weight)
    {
        foreach (EngineQuery query in queries)
        {
            terms.Add(new BoostQuery(query, weight), Occur.Should);
        }
    }
}
