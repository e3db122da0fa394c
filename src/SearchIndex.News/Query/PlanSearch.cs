using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query;

/// <summary>Carries a plan out: in the order that is asked for, with versions of an article as one hit or not.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="collapses">Whether versions of an article are one hit.</param>
/// <param name="skipped">The first hits, which are not returned.</param>
/// <param name="depth">The hits up to which are returned, those skipped included.</param>
/// <param name="cancellation">Stops the search.</param>
internal sealed class PlanSearch(IndexSnapshot snapshot, bool collapses, int skipped, int depth, CancellationToken cancellation)
{
    /// <summary>Finds the documents, with their scores also where these do not make the order.</summary>
    public FoundArticles Find(QueryPlan plan)
    {
        FoundArticles found = collapses && snapshot.Duplicates.Count > 0 ? FindCollapsed(plan) : FindAll(plan);
        return plan.Sort is null
            ? found
            : found with { Page = snapshot.Searcher.PopulateScores(new TopDocs(new TotalHits(found.Hits), found.Page), plan.Ranking).ScoreDocs };
    }

    private FoundArticles FindAll(QueryPlan plan)
    {
        TopDocs found = plan.Sort is { } sort
            ? snapshot.Searcher.Search(plan.Ranking, depth, sort, cancellation)
            : snapshot.Searcher.Search(plan.Ranking, depth, cancellation);
        int total = (int)found.TotalHits.Value;
        return new FoundArticles(total, total, [.. found.ScoreDocs.Skip(skipped)], static _ => []);
    }

    private FoundArticles FindCollapsed(QueryPlan plan)
    {
        var collector = new CollapsingCollector(snapshot.Duplicates.GroupOf, depth, plan.Sort);
        snapshot.Searcher.Search(plan.Ranking, collector, cancellation);
        TopDocs found = collector.TopDocs();
        return new FoundArticles(
            (int)found.TotalHits.Value, (int)collector.TotalHits, [.. found.ScoreDocs.Skip(skipped)], collector.VersionsOf);
    }
}
