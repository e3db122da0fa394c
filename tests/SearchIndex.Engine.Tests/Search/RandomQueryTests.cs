using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

/// <summary>Compares made-up queries with answers found by looking at every document.</summary>
public sealed class RandomQueryTests
{
    private const int Archives = 8;
    private const int QueriesPerArchive = 150;
    private const double Tolerance = 2e-5;

    [Fact]
    public void Search_RandomTrees_EqualsBruteForce() => CompareTrees(() => new TestIndex(), Archives);

    [Fact]
    public void Search_RandomTreesInFiles_EqualsBruteForce() =>
        CompareTrees(() => new TestIndex(codec: Lucene87Codec.Instance), archives: 3);

    [Fact]
    public void Search_RandomSloppyPhrases_FindsWhatBruteForceFinds()
    {
        for (int seed = 0; seed < Archives; seed++)
        {
            var random = new Random(seed);
            using var archive = new RandomArchive(random, 40);
            for (int number = 0; number < QueriesPerArchive; number++)
            {
                Query query = RandomQueries.Phrase(random, "body", random.Next(2, 5), random.Next(1, 6));

                int[] expected = [.. archive.Oracle.Search(query).Select(hit => hit.Doc).Order()];
                Assert.True(expected.SequenceEqual(archive.Index.Find(query).Order()), $"seed {seed}, query {number}: {query}");
            }
        }
    }

    [Fact]
    public void Search_RandomPhrasePrefixes_FindsWhatMultiPhraseFinds()
    {
        var random = new Random(7);
        using var archive = new RandomArchive(random, 60);
        for (int number = 0; number < QueriesPerArchive; number++)
        {
            var first = new Term("body", RandomArchive.Word(random));
            string prefix = random.Next(4) switch { 0 => "0", 1 => "1", 2 => string.Empty, _ => RandomArchive.Word(random) };
            var phrase = new PhrasePrefixQuery([first], [0], new Term("body", prefix), 1);
            IEnumerable<Term> expansion = Enumerable.Range(0, 32)
                .Select(word => word.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))
                .Where(word => word.StartsWith(prefix, StringComparison.Ordinal))
                .Select(word => new Term("body", word));
            var spelledOut = new MultiPhraseQuery([[first], expansion], [0, 1]);

            Assert.Equal(archive.Index.Find(spelledOut).Order(), archive.Index.Find(phrase).Order());
        }
    }

    private static void CompareTrees(Func<TestIndex> newIndex, int archives)
    {
        for (int seed = 0; seed < archives; seed++)
        {
            var random = new Random(seed);
            using var archive = new RandomArchive(random, random.Next(1, 60), newIndex());
            for (int number = 0; number < QueriesPerArchive; number++)
            {
                Query query = RandomQueries.Tree(random, random.Next(4));
                AssertSame(archive, query, $"seed {seed}, query {number}: {query}");
            }
        }
    }

    private static void AssertSame(RandomArchive archive, Query query, string context)
    {
        List<(int Doc, double Score)> expected = archive.Oracle.Search(query);
        TopDocs actual = archive.Index.Searcher.Search(query, 1000);
        Dictionary<int, double> scores = expected.ToDictionary(hit => hit.Doc, hit => hit.Score);

        Assert.True(expected.Select(hit => hit.Doc).Order().SequenceEqual(actual.ScoreDocs.Select(hit => hit.Doc).Order()), context);
        Assert.True(expected.Count == actual.TotalHits.Value, context);
        Assert.True(expected.Count == archive.Index.Searcher.Count(query), context);
        foreach (ScoreDoc hit in actual.ScoreDocs)
        {
            Assert.True(Math.Abs(scores[hit.Doc] - hit.Score) <= Tolerance * Math.Max(1, scores[hit.Doc]), $"{context}: {hit}");
            Assert.True(archive.Index.Searcher.Explain(query, hit.Doc).Value == hit.Score, $"explain {context}: {hit}");
        }

        for (int rank = 1; rank < actual.ScoreDocs.Count; rank++)
        {
            (ScoreDoc before, ScoreDoc hit) = (actual.ScoreDocs[rank - 1], actual.ScoreDocs[rank]);
            Assert.True(before.Score > hit.Score || (before.Score == hit.Score && before.Doc < hit.Doc), $"order {context}: {hit}");
        }

        int count = 1 + (expected.Count / 2);
        Assert.True(actual.ScoreDocs.Take(count).SequenceEqual(archive.Index.Searcher.Search(query, count).ScoreDocs), $"top {context}");
        foreach (int threshold in new[] { 0, expected.Count / 3 })
        {
            TopDocs pruned = archive.Index.Searcher.Search(query, count, threshold);
            Assert.True(actual.ScoreDocs.Take(count).SequenceEqual(pruned.ScoreDocs), $"pruned after {threshold} {context}");
            Assert.True(pruned.TotalHits.Value <= expected.Count, $"total of pruned {context}");
            Assert.True(!pruned.TotalHits.IsExact || pruned.TotalHits.Value == expected.Count, $"total of pruned {context}");
        }

        AssertSorted(archive, query, actual, context);
    }

    private static void AssertSorted(RandomArchive archive, Query query, TopDocs byScore, string context)
    {
        foreach (bool descending in new[] { false, true })
        {
            TopDocs sorted = archive.Index.Searcher.Search(query, 7, new Sort("n", descending));
            IEnumerable<int> expected = byScore.ScoreDocs.Select(hit => hit.Doc)
                .OrderBy(doc => archive.Documents[doc].ContainsKey("n") ? 0 : 1)
                .ThenBy(doc => Number(archive.Documents[doc]) * (descending ? -1 : 1))
                .ThenBy(doc => doc)
                .Take(7);

            Assert.True(expected.SequenceEqual(sorted.ScoreDocs.Select(hit => hit.Doc)), $"sorted {context}");
            Assert.True(sorted.TotalHits == byScore.TotalHits, $"sorted {context}");
            Dictionary<int, float> scores = byScore.ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);
            TopDocs scored = archive.Index.Searcher.PopulateScores(sorted, query);
            Assert.True(scored.ScoreDocs.All(hit => hit.Score == scores[hit.Doc]), $"scores {context}");
        }
    }

    private static long Number(Dictionary<string, string> document) =>
        document.TryGetValue("n", out string? text) ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
