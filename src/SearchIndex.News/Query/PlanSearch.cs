using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>Carries a plan out: in the order that is asked for, with versions of an article as one hit or not.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="collapses">Whether versions of an article are one hit.</param>
/// <param name="slice">Which of the hits are returned.</param>
/// <param name="cancellation">Stops the search.</param>
internal sealed class PlanSearch(IndexSnapshot snapshot, bool collapses, HitSlice slice, CancellationToken cancellation)
{
    /// <summary>Finds the documents, with their scores also where these do not make the order.</summary>
    public FoundArticles Find(QueryPlan plan)
    {
        HitPlace? after = slice.After is { } last ? snapshot.Searcher.PlaceOf(last, plan.Sort) : null;
        FoundArticles found = collapses && snapshot.Duplicates.Count > 0 ? FindCollapsed(plan, after) : FindAll(plan, after);
        return plan.Sort is null
            ? found
            : found with { Page = snapshot.Searcher.PopulateScores(new TopDocs(new TotalHits(found.Hits), found.Page), plan.Ranking).ScoreDocs };
    }

    private FoundArticles FindAll(QueryPlan plan, HitPlace? after)
    {
        TopDocs found = (after, plan.Sort) switch
        {
            ({ } place, _) => snapshot.Searcher.SearchAfter(place, plan.Ranking, slice.Depth, plan.Sort, cancellation),
            (_, { } sort) => snapshot.Searcher.Search(plan.Ranking, slice.Depth, sort, cancellation),
            _ => snapshot.Searcher.Search(plan.Ranking, slice.Depth, cancellation),
        };
        int total = (int)found.TotalHits.Value;
        return new FoundArticles(total, total, [.. found.ScoreDocs.Skip(slice.Skipped)], static _ => []);
    }

    private FoundArticles FindCollapsed(QueryPlan plan, HitPlace? after)
    {
        var collector = new CollapsingCollector(snapshot.Duplicates.GroupOf, slice.Depth, plan.Sort, after);
        snapshot.Searcher.Search(plan.Ranking, collector, cancellation);
        TopDocs found = collector.TopDocs();
        return new FoundArticles(
            (int)found.TotalHits.Value, (int)collector.TotalHits, [.. found.ScoreDocs.Skip(slice.Skipped)], collector.VersionsOf);
    }
}
