using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Engine.Tests.Search;

public sealed class IndexSearcherTests
{
    [Fact]
    public void Search_CountOfZero_ReturnsTheTotalOnly()
    {
        using TestIndex index = TestIndex.Of("a", "a", "b");

        TopDocs top = index.Searcher.Search(new TermQuery(new Term("body", "a")), 0);

        Assert.Equal(new TotalHits(2), top.TotalHits);
        Assert.Empty(top.ScoreDocs);
    }

    [Fact]
    public void Search_TenThousandDeep_ReturnsAllInOrder()
    {
        using var index = new TestIndex();
        for (int doc = 0; doc < 12_000; doc++)
        {
            index.Add(("freq", string.Join(' ', Enumerable.Repeat("a", 1 + (doc % 7)))));
        }

        TopDocs top = index.Searcher.Search(new TermQuery(new Term("freq", "a")), 10_000);

        Assert.Equal(12_000, top.TotalHits.Value);
        Assert.Equal(top.ScoreDocs, top.ScoreDocs.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc));
        Assert.Equal(10_000, top.ScoreDocs.Distinct().Count());
    }

    [Fact]
    public void Search_Sorted_PutsDocumentsWithoutNumberLast()
    {
        using var index = new TestIndex();
        index.Add(("n", "3"), ("body", "a")).Add(("body", "a")).Add(("n", "-9"), ("body", "a")).EndSegment();
        index.Add(("body", "a")).EndSegment().Add(("n", "3"), ("body", "a")).Add(("n", "4"), ("body", "b"));
        var query = new TermQuery(new Term("body", "a"));

        TopDocs ascending = index.Searcher.Search(query, 10, new Sort("n"));
        TopDocs descending = index.Searcher.Search(query, 10, new Sort("n", Descending: true));

        Assert.Equal([2, 0, 4, 1, 3], ascending.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal([0, 4, 2, 1, 3], descending.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal(5, descending.TotalHits.Value);
    }

    [Fact]
    public void Search_Cancelled_Throws()
    {
        using TestIndex index = TestIndex.Of("a");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(new MatchAllDocsQuery(), 1, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => index.Searcher.Count(new MatchAllDocsQuery(), cancelled.Token));
    }

    [Fact]
    public void Search_CancelledInTheMiddleOfASegment_StopsThere()
    {
        using var index = new TestIndex();
        for (int doc = 0; doc < 50_000; doc++)
        {
            index.Add(("key", "x"));
        }

        using var cancellation = new CancellationTokenSource();
        var collector = new CancellingCollector(cancellation);

        Assert.Throws<OperationCanceledException>(
            () => index.Searcher.Search(new TermQuery(new Term("key", "x")), collector, cancellation.Token));
        Assert.InRange(collector.Collected, 1, 10_000);
    }

    [Fact]
    public void Search_EmptyIndex_FindsNothing()
    {
        using var index = new TestIndex();

        Assert.Equal(0, index.Searcher.Search(new MatchAllDocsQuery(), 10).TotalHits.Value);
        Assert.Equal(0, index.Searcher.Count(new TermQuery(new Term("body", "a"))));
        Assert.Null(index.Searcher.CollectionStatistics("body"));
    }

    [Fact]
    public void Explain_DeletedDocument_IsNoMatch()
    {
        using TestIndex index = TestIndex.Of("a", "a").Delete(0);

        Assert.False(index.Searcher.Explain(new TermQuery(new Term("body", "a")), 0).IsMatch);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Searcher.Explain(new MatchAllDocsQuery(), 2));
    }

    [Fact]
    public void Search_FromManyThreads_GivesTheSameAnswers()
    {
        using var archive = new RandomArchive(new Random(3), 50);
        IndexSearcher searcher = archive.Index.Searcher;
        Query[] queries = [.. Enumerable.Range(0, 100).Select(seed => RandomQueries.Tree(new Random(seed), 2))];
        IReadOnlyList<ScoreDoc>[] expected = [.. queries.Select(query => searcher.Search(query, 20).ScoreDocs)];

        Parallel.For(0, queries.Length * 4, number =>
            Assert.Equal(expected[number % queries.Length], searcher.Search(queries[number % queries.Length], 20).ScoreDocs));
    }

    private sealed class CancellingCollector(CancellationTokenSource cancellation) : Collector
    {
        private readonly Leaf _leaf = new(cancellation);

        public int Collected => _leaf.Collected;

        public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

        public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => _leaf;

        private sealed class Leaf(CancellationTokenSource cancellation) : LeafCollector
        {
            public int Collected { get; private set; }

            public override void Collect(int doc, float score)
            {
                Collected++;
                cancellation.Cancel();
            }
        }
    }
}
