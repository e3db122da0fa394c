using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Search;

public sealed class SearchDeadlineTests
{
    /// <summary>The documents between two looks at the clock.</summary>
    private const int Window = 8192;

    private static readonly TermQuery Query = new(new Term("body", "a"));

    [Fact]
    public void Search_PastItsDeadline_EndsAfterTheFirstSegment()
    {
        using TestIndex index = TestIndex.Of("a", "b", "a").EndSegment().Add(("body", "a")).EndSegment().Add(("body", "a"));
        SearchDeadline deadline = Past();

        TopDocs found = Search(index, Query, deadline);

        Assert.True(deadline.IsMissed);
        Assert.Equal([0, 2], found.ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void Search_PastItsDeadline_EndsWithinALargeSegment()
    {
        using var index = new TestIndex();
        for (int doc = 0; doc < (2 * Window) + 1; doc++)
        {
            index.Add(("freq", "a"));
        }

        SearchDeadline deadline = Past();
        TopDocs found = Search(index, new TermQuery(new Term("freq", "a")), deadline);

        Assert.True(deadline.IsMissed);
        Assert.Equal(Window, found.TotalHits.Value);
    }

    [Fact]
    public void Search_PastItsDeadlineButThrough_HasSeenAll()
    {
        using TestIndex index = TestIndex.Of("a", "b", "a");
        SearchDeadline deadline = Past();

        TopDocs found = Search(index, Query, deadline);

        Assert.False(deadline.IsMissed);
        Assert.Equal(2, found.TotalHits.Value);
    }

    [Fact]
    public void Search_InTime_SeesAll()
    {
        using TestIndex index = TestIndex.Of("a").EndSegment().Add(("body", "a"));
        var deadline = new SearchDeadline(TimeProvider.System, TimeSpan.FromHours(1));

        TopDocs found = Search(index, Query, deadline);

        Assert.False(deadline.IsMissed);
        Assert.Equal(2, found.TotalHits.Value);
    }

    [Fact]
    public void Search_SharedDeadline_EndsTheNextSearchToo()
    {
        using TestIndex index = TestIndex.Of("a").EndSegment().Add(("body", "a"));
        SearchDeadline deadline = Past();

        TopDocs first = Search(index, Query, deadline);
        TopDocs second = Search(index, new MatchAllDocsQuery(), deadline);

        Assert.Equal((1, 1), (first.TotalHits.Value, second.TotalHits.Value));
    }

    [Fact]
    public void Search_CancelledPastItsDeadline_Throws()
    {
        using TestIndex index = TestIndex.Of("a").EndSegment().Add(("body", "a"));

        Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(Query, new TotalHitCountCollector(), Past(), new CancellationToken(canceled: true)));
    }

    private static SearchDeadline Past() => new(new LateClock(), TimeSpan.FromSeconds(1));

    private static TopDocs Search(TestIndex index, Query query, SearchDeadline deadline)
    {
        var collector = new TopScoreCollector(10);
        index.Searcher.Search(query, collector, deadline);
        return collector.TopDocs();
    }
}
