using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.Benchmarks.Tuning;

/// <summary>Ranks articles for the kit's questions: <c>match=any</c> without variants and groups of versions. For any number of threads.</summary>
/// <param name="reader">The index.</param>
/// <param name="weights">What counts how much.</param>
internal sealed class QuestionRanking(DirectoryReader reader, RankingWeights weights)
{
    /// <summary>How many places count.</summary>
    public const int Places = 10;

    private static readonly EvidenceWeights Ones = new() { Closeness = 1, Passage = 1, Sentence = 1, Subject = 1, Word = 1, Shortness = 1 };

    private readonly IndexSearcher _searcher = new(reader, new BM25Similarity(weights.K1, weights.B));
    private readonly QueryPlanner _planner = new(new OutletNames(() => []), variants: null, weights);

    /// <summary>Returns the reciprocal rank of the answer by the first scores alone; 0 behind the tenth place.</summary>
    public double ReciprocalRank(KitQuestion question)
    {
        int place = Find(PlanOf(question), Places).Select(hit => hit.Doc).ToList().IndexOf(question.Answer);
        return place < 0 ? 0 : 1.0 / (place + 1);
    }

    /// <summary>Returns what the first hits have of a question.</summary>
    public FoundEvidence EvidenceOf(KitQuestion question)
    {
        QueryPlan plan = PlanOf(question);
        IReadOnlyList<ScoreDoc> found = Find(plan, weights.RerankedHits);
        EvidenceReader? evidence = plan.Reranker?.ReaderOf(_searcher);
        double[] none = new double[Ones.GainsOf(default).Length];
        return new FoundEvidence(
            question,
            [.. found.Select(hit => Join(hit.Score, evidence is null ? none : [.. Ones.GainsOf(evidence.In(reader, hit.Doc))]))],
            found.Select(hit => hit.Doc).ToList().IndexOf(question.Answer));
    }

    private static double[] Join(float score, double[] gains) => [score, .. gains];

    private QueryPlan PlanOf(KitQuestion question) => _planner.Plan(new SearchRequest { Query = question.Text, Match = MatchMode.Any });

    private IReadOnlyList<ScoreDoc> Find(QueryPlan plan, int count) => _searcher.Search(plan.Ranking, count, totalHitsThreshold: count).ScoreDocs;
}
