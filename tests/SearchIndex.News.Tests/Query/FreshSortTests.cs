using SearchIndex.News.Query;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query;

public sealed class FreshSortTests : IDisposable
{
    // The best is old, the fresh one nearly as good, and one that is hardly about it is the newest.
    private readonly SmallArchive _archive = new(
        ("best.md", SmallArchive.Article("稀土谈判", "稀土谈判开始。" + Filler(1), date: "2022-03-01T08:00:00Z")),
        ("fresh.md", SmallArchive.Article("稀土谈判结束", "稀土谈判结束了，结果不明。" + Filler(2), date: "2024-03-01T08:00:00Z")),
        ("slight.md", SmallArchive.Article("天气", Filler(3) + Filler(4) + Filler(5) + "稀土", date: "2024-03-02T08:00:00Z")));

    [Fact]
    public void Search_Fresh_LiftsTheFreshAndNotTheSlight()
    {
        Assert.Equal(["best.md", "fresh.md", "slight.md"], Find(SortOrder.Relevance));
        Assert.Equal(["fresh.md", "best.md", "slight.md"], Find(SortOrder.Fresh));
    }

    [Fact]
    public void Search_Fresh_GrowsScoresByTheShareAtMost()
    {
        Dictionary<string, float> pure = Search(SortOrder.Relevance).Hits.ToDictionary(hit => hit.Source, hit => hit.Score);
        SearchPage page = Search(SortOrder.Fresh);

        Assert.All(page.Hits, hit => Assert.InRange(hit.Score / pure[hit.Source], 1f, 1f + RankingWeights.Default.FreshnessShare + 1e-5f));
        Assert.Equal(1 + RankingWeights.Default.FreshnessShare, page.Hits[^1].Score / pure["slight.md"], 1e-4);
        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Value));
        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Parts!.Sum(part => part.Value), 1e-5));
        Assert.All(page.Hits, hit => Assert.StartsWith("freshness", hit.Explanation!.Parts![1].Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Search_FreshWithoutText_IsNewest()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = string.Empty, Sort = SortOrder.Fresh });

        Assert.Equal(["slight.md", "fresh.md", "best.md"], page.Hits.Select(hit => hit.Source));
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Text that no other article has.</summary>
    private static string Filler(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 120).Select(_ => (char)random.Next('\u6000', '\u6500')));
    }

    private SearchPage Search(SortOrder sort) => _archive.Searcher.Search(new SearchRequest { Query = "稀土", Sort = sort, Explain = true });

    private IEnumerable<string> Find(SortOrder sort) => Search(sort).Hits.Select(hit => hit.Source);
}
