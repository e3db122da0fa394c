using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns the tree of a query into engine queries: one that finds and scores, one that finds what to mark. For one query.</summary>
internal sealed class NodeCompiler(FilterQueries filters, TextCompiler texts, MatchMode match)
{
    /// <summary>Adds a whole query; where nothing of it ranks, everything that it lets through is found.</summary>
    /// <param name="root">The query.</param>
    /// <param name="ranking">Receives what finds and scores.</param>
    /// <param name="marks">Receives what is to be marked.</param>
    /// <returns>Whether something ranks.</returns>
    public bool AddRoot(QueryNode root, BooleanQuery.Builder ranking, BooleanQuery.Builder marks)
    {
        IReadOnlyList<QueryNode> parts = root is AndNode and ? texts.WithoutQuestionWords(and.Parts) : [root];
        bool isScored = false;
        foreach (Clause clause in parts.Select(part => Compile(part, isExcluded: false)).OfType<Clause>())
        {
            bool isOptional = clause.Occur == Occur.Must && match == MatchMode.Any;
            ranking.Add(clause.Query, isOptional ? Occur.Should : clause.Occur);
            marks.Add(clause.Mark, isOptional ? Occur.Should : clause.Occur);
            isScored |= clause.Occur == Occur.Must;
        }

        if (!isScored)
        {
            ranking.Add(new MatchAllDocsQuery(), Occur.Must);
        }
        else if (match == MatchMode.Any)
        {
            ranking.SetMinimumShouldMatch(1);
        }

        return isScored;
    }

    /// <summary>Turns a node into a clause; null when it says nothing that can be searched.</summary>
    private Clause? Compile(QueryNode node, bool isExcluded) => node switch
    {
        AndNode and => And(and, isExcluded),
        OrNode or => Or(or, isExcluded),
        NotNode not => Compile(not.Part, isExcluded: true)?.Alone() is { } part ? new Clause(part.Query, part.Mark, Occur.MustNot) : null,
        FilterNode filter => Filter(filters.Of(filter)),
        DateNode date => Filter(FilterQueries.Published(date.From, date.To)),
        TextNode text => Scored(texts.Compile(text, isExcluded)),
        NearNode near => Scored(texts.Compile(near, isExcluded)),
        _ => null,
    };

    private Clause? And(AndNode and, bool isExcluded)
    {
        IReadOnlyList<QueryNode> parts = isExcluded ? and.Parts : texts.WithoutQuestionWords(and.Parts);
        Clause[] clauses = [.. parts.Select(part => Compile(part, isExcluded)).OfType<Clause>()];
        if (clauses.Length == 0)
        {
            return null;
        }

        var all = new BooleanQuery.Builder();
        var marks = new BooleanQuery.Builder();
        foreach (Clause clause in clauses)
        {
            all.Add(clause.Query, clause.Occur);
            marks.Add(clause.Mark, clause.Occur);
        }

        if (clauses.All(clause => clause.Occur == Occur.MustNot))
        {
            all.Add(new MatchAllDocsQuery(), Occur.Filter);
            marks.Add(new MatchAllDocsQuery(), Occur.Filter);
        }

        bool isScored = clauses.Any(clause => clause.Occur == Occur.Must);
        return new Clause(all.Build(), marks.Build(), isScored ? Occur.Must : Occur.Filter);
    }

    private Clause? Or(OrNode or, bool isExcluded)
    {
        Clause[] clauses = [.. or.Parts.Select(part => Compile(part, isExcluded)).OfType<Clause>()];
        if (clauses.Length == 0)
        {
            return null;
        }

        var any = new BooleanQuery.Builder();
        var marks = new BooleanQuery.Builder();
        foreach (Clause clause in clauses)
        {
            Clause alone = clause.Alone();
            any.Add(clause.Occur == Occur.Must ? alone.Query : new BoostQuery(new ConstantScoreQuery(alone.Query), 0f), Occur.Should);
            marks.Add(alone.Mark, Occur.Should);
        }

        bool isScored = clauses.Any(clause => clause.Occur == Occur.Must);
        return new Clause(any.Build(), marks.Build(), isScored ? Occur.Must : Occur.Filter);
    }

    private static Clause Filter(EngineQuery query) => new(query, query, Occur.Filter);

    private static Clause? Scored(MarkedQuery? text) => text is null ? null : new Clause(text.Query, text.Mark, Occur.Must);

    /// <summary>A part made ready: Must where it ranks, Filter where it only narrows, MustNot where it excludes.</summary>
    private sealed record Clause(EngineQuery Query, EngineQuery Mark, Occur Occur)
    {
        /// <summary>Returns what the clause finds when it stands by itself: an exclusion finds all others.</summary>
        public Clause Alone() => Occur == Occur.MustNot ? new Clause(AllBut(Query), AllBut(Mark), Occur.Filter) : this;

        private static BooleanQuery AllBut(EngineQuery query) =>
            new BooleanQuery.Builder().Add(new MatchAllDocsQuery(), Occur.Filter).Add(query, Occur.MustNot).Build();
    }
}
