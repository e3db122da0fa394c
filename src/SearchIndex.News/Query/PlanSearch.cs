using System.Diagnostics;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Query;

/// <summary>Carries a plan out: in the order that is asked for, with versions of an article as one hit or not.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="collapses">Whether versions of an article are one hit.</param>
/// <param name="slice">Which of the hits are returned.</param>
/// <param name="deadline">The time that the search has; null for any.</param>
/// <param name="cancellation">Stops the search.</param>
internal sealed class PlanSearch(IndexSnapshot snapshot, bool collapses, HitSlice slice, SearchDeadline? deadline, CancellationToken cancellation)
{
    /// <summary>Finds the documents, with their scores also where these do not make the order.</summary>
    public FoundArticles Find(QueryPlan plan)
    {
        using Activity? step = QueryTrace.Start(QueryTrace.Search);
        FoundArticles found = plan.Reranker is { } reranker ? FindReranked(plan, reranker) : Find(plan, slice);
        return plan.Sort is null
            ? found
            : found with { Page = snapshot.Searcher.PopulateScores(new TopDocs(new TotalHits(found.Hits), found.Page), plan.Ranking).ScoreDocs };
    }

    /// <summary>
    /// The first hits have to be known for their new order wherever the page begins. Behind them nothing changes, and a cursor leads on as
    /// it does without a new order.
    /// </summary>
    private FoundArticles FindReranked(QueryPlan plan, Reranker reranker)
    {
        int depth = slice.After is null ? Math.Max(slice.Depth, reranker.Depth) : slice.Depth + reranker.Depth;
        FoundArticles found = Find(plan, new HitSlice(Skipped: 0, depth));
        IReadOnlyList<ScoreDoc> ordered = reranker.Rerank(snapshot.Searcher, found.Page);
        if (slice.After is not { } last)
        {
            return found with { Page = [.. ordered.Take(slice.Depth).Skip(slice.Skipped)] };
        }

        int place = ordered.Take(reranker.Depth).Select(hit => hit.Doc).ToList().IndexOf(last.Doc);
        return place < 0 ? Find(plan, slice) : found with { Page = [.. ordered.Skip(place + 1).Take(slice.Depth)] };
    }

    private FoundArticles Find(QueryPlan plan, HitSlice wanted)
    {
        HitPlace? after = wanted.After is { } last ? snapshot.Searcher.PlaceOf(last, plan.Sort) : null;
        return collapses && snapshot.Duplicates.Count > 0 ? FindCollapsed(plan, wanted, after) : FindAll(plan, wanted, after);
    }

    private FoundArticles FindAll(QueryPlan plan, HitSlice wanted, HitPlace? after)
    {
        TopDocs found = plan.Sort is { } sort ? FindBySort(plan, sort, wanted.Depth, after) : FindByScore(plan, wanted.Depth, after);
        int total = (int)found.TotalHits.Value;
        return new FoundArticles(total, total, [.. found.ScoreDocs.Skip(wanted.Skipped)], static _ => []);
    }

    private TopDocs FindByScore(QueryPlan plan, int count, HitPlace? after)
    {
        var collector = new TopScoreCollector(count, after: after);
        snapshot.Searcher.Search(plan.Ranking, collector, deadline, cancellation);
        return collector.TopDocs();
    }

    private TopDocs FindBySort(QueryPlan plan, Sort sort, int count, HitPlace? after)
    {
        var collector = new TopFieldCollector(sort, count, after);
        snapshot.Searcher.Search(plan.Ranking, collector, deadline, cancellation);
        return collector.TopDocs();
    }

    private FoundArticles FindCollapsed(QueryPlan plan, HitSlice wanted, HitPlace? after)
    {
        var collector = new CollapsingCollector(snapshot.Duplicates.GroupOf, wanted.Depth, plan.Sort, after);
        snapshot.Searcher.Search(plan.Ranking, collector, deadline, cancellation);
        TopDocs found = collector.TopDocs();
        return new FoundArticles(
            (int)found.TotalHits.Value, (int)collector.TotalHits, [.. found.ScoreDocs.Skip(wanted.Skipped)], collector.VersionsOf);
    }
}
