namespace SearchIndex.Engine.Search;

/// <summary>
/// Simplifies boolean queries without changing documents or scores, step by step until nothing changes:
/// 1. parts are rewritten; 2. what matches nothing goes, or takes the whole with it; 3. a clause alone stands for itself;
/// 4. disjunctions inside a disjunction are spread out, so that their sum is rounded once (as Lucene 8 does); 5. equal clauses
/// become one, with the sum of their boosts.
/// </summary>
internal static class BooleanRewriter
{
    /// <summary>Returns a simpler query, or the same object.</summary>
    public static Query Rewrite(BooleanQuery query, IndexSearcher searcher)
    {
        BooleanQuery parts = RewriteParts(query, searcher);
        if (MatchesNothing(parts))
        {
            return new MatchNoDocsQuery();
        }

        return Alone(parts) ?? MergeEqual(SpreadDisjunctions(parts));
    }

    private static BooleanQuery RewriteParts(BooleanQuery query, IndexSearcher searcher)
    {
        bool changed = false;
        BooleanQuery.Builder builder = NewBuilder(query);
        foreach (BooleanClause clause in query.Clauses)
        {
            Query part = clause.Query.Rewrite(searcher);
            bool dropped = part is MatchNoDocsQuery && !clause.IsRequired;
            changed |= dropped || !ReferenceEquals(part, clause.Query);
            if (!dropped)
            {
                builder.Add(part, clause.Occur);
            }
        }

        return changed ? builder.Build() : query;
    }

    private static bool MatchesNothing(BooleanQuery query)
    {
        bool hasPositive = false;
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Query is MatchNoDocsQuery && clause.IsRequired)
            {
                return true;
            }

            hasPositive |= clause.Occur != Occur.MustNot;
        }

        return !hasPositive || query.CountOf(Occur.Should) < query.MinimumShouldMatch;
    }

    private static Query? Alone(BooleanQuery query)
    {
        if (query.Clauses.Count != 1)
        {
            return null;
        }

        Query only = query.Clauses[0].Query;
        return query.Clauses[0].Occur == Occur.Filter ? new BoostQuery(new ConstantScoreQuery(only), 0f) : only;
    }

    private static BooleanQuery SpreadDisjunctions(BooleanQuery query)
    {
        if (query.MinimumShouldMatch > 1 || !query.Clauses.Any(IsDisjunctionInside))
        {
            return query;
        }

        BooleanQuery.Builder builder = NewBuilder(query);
        foreach (BooleanClause clause in query.Clauses)
        {
            if (!IsDisjunctionInside(clause))
            {
                builder.Add(clause.Query, clause.Occur);
                continue;
            }

            foreach (BooleanClause inner in ((BooleanQuery)clause.Query).Clauses)
            {
                builder.Add(inner.Query, Occur.Should);
            }
        }

        return builder.Build();
    }

    private static bool IsDisjunctionInside(BooleanClause clause) =>
        clause is { Occur: Occur.Should, Query: BooleanQuery { IsPureDisjunction: true } };

    private static BooleanQuery MergeEqual(BooleanQuery query)
    {
        bool changed = false;
        var boosts = new OrderedDictionary<BooleanClause, double>();
        foreach (BooleanClause clause in query.Clauses)
        {
            (BooleanClause key, double boost) = SplitBoost(clause);
            bool counts = clause.Occur == Occur.Must || (clause.Occur == Occur.Should && query.MinimumShouldMatch <= 1);
            if (clause.Occur == Occur.Should && !counts)
            {
                return query; // Each of them counts for the minimum.
            }

            if (boosts.TryGetValue(key, out double sum))
            {
                changed = true;
                boosts[key] = counts ? sum + boost : sum;
            }
            else
            {
                boosts.Add(key, boost);
            }
        }

        return changed ? Join(query, boosts) : query;
    }

    private static (BooleanClause Bare, double Boost) SplitBoost(BooleanClause clause) =>
        clause.Query is BoostQuery boosted ? (new BooleanClause(boosted.Query, clause.Occur), boosted.Boost) : (clause, 1);

    private static BooleanQuery Join(BooleanQuery query, OrderedDictionary<BooleanClause, double> boosts)
    {
        BooleanQuery.Builder builder = NewBuilder(query);
        foreach ((BooleanClause clause, double boost) in boosts)
        {
            builder.Add(boost == 1 ? clause.Query : new BoostQuery(clause.Query, (float)Math.Min(boost, float.MaxValue)), clause.Occur);
        }

        return builder.Build();
    }

    private static BooleanQuery.Builder NewBuilder(BooleanQuery like) =>
        new BooleanQuery.Builder().SetMinimumShouldMatch(like.MinimumShouldMatch);
}
