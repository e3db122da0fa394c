using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query;

namespace SearchIndex.Benchmarks;

/// <summary>Ranks articles for the kit's questions: <c>match=any</c> without variants and groups of versions. For any number of threads.</summary>
/// <param name="reader">The index.</param>
/// <param name="weights">What counts how much.</param>
internal sealed class QuestionRanking(DirectoryReader reader, RankingWeights weights)
{
    private const int Depth = 10;

    private readonly IndexSearcher _searcher = new(reader, new BM25Similarity(weights.K1, weights.B));
    private readonly QueryPlanner _planner = new(new OutletNames(() => []), variants: null, weights);

    /// <summary>Returns the first documents: ten, or as many as are looked at a second time.</summary>
    public IReadOnlyList<int> Find(string question)
    {
        QueryPlan plan = _planner.Plan(new SearchRequest { Query = question, Match = MatchMode.Any });
        int depth = Math.Max(Depth, plan.Reranker?.Depth ?? 0);
        IReadOnlyList<ScoreDoc> found = _searcher.Search(plan.Ranking, depth, totalHitsThreshold: depth).ScoreDocs;
        return [.. (plan.Reranker?.Rerank(reader, found) ?? found).Select(hit => hit.Doc)];
    }
}
