using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.News.Query;
using SearchIndex.Testing;
using EngineQuery = SearchIndex.Engine.Search.Query;

namespace SearchIndex.News.Tests.Judge;

/// <summary>
/// Apache Lucene answers the queries that our planner makes of names and questions, on our index of 5,000 news files in many segments: the
/// same documents in the same order, scores equal to 1e-6.
/// </summary>
[Collection(KitNewsCollection.Name)]
public sealed class RankingJudgeTests(KitNewsIndex kit)
{
    private const int MaxHits = 500;
    private const int Questions = 120;
    private const double Tolerance = 1e-6;

    [JavaLuceneFact(needsShared: true)]
    public void Search_PlannedQueries_EqualsLucene()
    {
        using var folder = new TemporaryFolder();
        List<(EngineQuery Query, string Form)> queries = [.. Queries()
            .Select(query => (query, Form: LuceneForm.Of(query)))
            .Where(entry => entry.Form is not null)
            .Select(entry => (entry.query, entry.Form!))];
        Assert.True(queries.Count >= 200, $"{queries.Count} queries");
        string file = folder.Write("queries.txt", string.Join('\n', queries.Select(entry => entry.Form)));

        JudgeResult result = JavaLuceneJudge.RunProgram(
            "RunQueries", kit.ManySegments, file, folder.At("answers.txt"), MaxHits.ToString(CultureInfo.InvariantCulture));

        Assert.True(result.ExitCode == 0, result.Output);
        using var directory = new FSDirectory(kit.ManySegments);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        var searcher = new IndexSearcher(reader);
        string[] answers = File.ReadAllLines(folder.At("answers.txt"));
        Assert.Equal(queries.Count, answers.Length);
        Assert.All(queries.Zip(answers), pair => AssertSame(pair.First.Form, searcher.Search(pair.First.Query, MaxHits), pair.Second));
    }

    private static IEnumerable<EngineQuery> Queries()
    {
        string[] names = [.. File.ReadLines(RepositoryFolder.AtShared("eval", "names.tsv")).Skip(1).Select(line => line.Split('\t')[0])];
        string[] questions = [.. File.ReadLines(RepositoryFolder.AtShared("eval", "queries.orig.tsv"))
            .Select(line => line.Split('\t')[1]).Where((_, index) => index % 50 == 0).Take(Questions)];
        var outlets = new OutletNames(() => []);
        foreach (string name in names)
        {
            yield return TextQueries.Contiguous(ArticleSchema.Body, name)!;
            yield return TextQueries.Contiguous(ArticleSchema.Title, name[..1])!;
            yield return new QueryPlanner(outlets).Plan(new SearchRequest { Query = name }).Ranking;
        }

        foreach (string question in questions)
        {
            yield return new QueryPlanner(outlets).Plan(new SearchRequest { Query = question, Match = MatchMode.Any }).Ranking;
            yield return new QueryPlanner(outlets).Plan(new SearchRequest { Query = question }).Ranking;
        }
    }

    private static void AssertSame(string form, TopDocs ours, string answer)
    {
        string[] cells = answer.Split('\t');
        Assert.True(ours.TotalHits.Value == long.Parse(cells[1], CultureInfo.InvariantCulture), $"{form}: {ours.TotalHits} hits, Lucene {cells[1]}");
        string[] hits = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(hits.Length, ours.ScoreDocs.Count);
        for (int rank = 0; rank < hits.Length; rank++)
        {
            string[] hit = hits[rank].Split(':');
            float score = BitConverter.Int32BitsToSingle(int.Parse(hit[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            Assert.True(
                ours.ScoreDocs[rank].Doc == int.Parse(hit[0], CultureInfo.InvariantCulture)
                && Math.Abs(ours.ScoreDocs[rank].Score - score) <= Tolerance,
                $"{form}, rank {rank}: {ours.ScoreDocs[rank]}, Lucene {hit[0]} {score}");
        }
    }
}
