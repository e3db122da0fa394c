using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Language;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Query;

/// <summary>Turns the tree of a query into engine queries, and gathers what is to be marked. For one query.</summary>
internal sealed class NodeCompiler(FilterQueries filters, QueryNotices notices, MatchMode match, bool isRelaxed)
{
    private readonly TextCompiler _texts = new(notices, match, isRelaxed);

    /// <summary>Gets what is to be marked.</summary>
    public IReadOnlyList<MarkSource> Marks => _texts.Marks;

    /// <summary>Gets the short texts that <c>isRelaxed</c> would look for by their words.</summary>
    public IReadOnlyList<string> RelaxableTexts => _texts.RelaxableTexts;

    /// <summary>Adds a whole query; where nothing of it ranks, everything that it lets through is found.</summary>
    /// <returns>Whether something ranks.</returns>
    public bool AddRoot(QueryNode root, BooleanQuery.Builder ranking)
    {
        IReadOnlyList<QueryNode> parts = root is AndNode and ? and.Parts : [root];
        bool isScored = false;
        foreach (Clause clause in parts.Select(part => Compile(part, isExcluded: false)).OfType<Clause>())
        {
            bool isOptional = clause.Occur == Occur.Must && match == MatchMode.Any;
            ranking.Add(clause.Query, isOptional ? Occur.Should : clause.Occur);
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
        NotNode not => Compile(not.Part, isExcluded: true) is { } clause ? new Clause(Alone(clause), Occur.MustNot) : null,
        FilterNode filter => new Clause(filters.Of(filter), Occur.Filter),
        DateNode date => new Clause(FilterQueries.Published(date.From, date.To), Occur.Filter),
        TextNode text => Scored(_texts.Compile(text, isExcluded)),
        NearNode near => Scored(_texts.Compile(near, isExcluded)),
        _ => null,
    };

    private Clause? And(AndNode and, bool isExcluded)
    {
        Clause[] clauses = [.. and.Parts.Select(part => Compile(part, isExcluded)).OfType<Clause>()];
        if (clauses.Length == 0)
        {
            return null;
        }

        var all = new BooleanQuery.Builder();
        foreach (Clause clause in clauses)
        {
            all.Add(clause.Query, clause.Occur);
        }

        bool isScored = clauses.Any(clause => clause.Occur == Occur.Must);
        if (clauses.All(clause => clause.Occur == Occur.MustNot))
        {
            all.Add(new MatchAllDocsQuery(), Occur.Filter);
        }

        return new Clause(all.Build(), isScored ? Occur.Must : Occur.Filter);
    }

    private Clause? Or(OrNode or, bool isExcluded)
    {
        Clause[] clauses = [.. or.Parts.Select(part => Compile(part, isExcluded)).OfType<Clause>()];
        if (clauses.Length == 0)
        {
            return null;
        }

        bool isScored = clauses.Any(clause => clause.Occur == Occur.Must);
        var any = new BooleanQuery.Builder();
        foreach (Clause clause in clauses)
        {
            EngineQuery query = Alone(clause);
            any.Add(clause.Occur == Occur.Must ? query : new BoostQuery(new ConstantScoreQuery(query), 0f), Occur.Should);
        }

        return new Clause(any.Build(), isScored ? Occur.Must : Occur.Filter);
    }

    /// <summary>What a clause finds when it stands by itself: an exclusion finds all others.</summary>
    private static EngineQuery Alone(Clause clause) => clause.Occur == Occur.MustNot
        ? new BooleanQuery.Builder().Add(new MatchAllDocsQuery(), Occur.Filter).Add(clause.Query, Occur.MustNot).Build()
        : clause.Query;

    private static Clause? Scored(EngineQuery? query) => query is null ? null : new Clause(query, Occur.Must);

    /// <summary>A part made ready: Must where it ranks, Filter where it only narrows, MustNot where it excludes.</summary>
    private sealed record Clause(EngineQuery Query, Occur Occur);
}
