using SearchIndex.News.Query;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query.Ranking;

public sealed class RerankerTests : IDisposable
{
    private const string Question = "林芳正外相访问巴西首都讨论大豆贸易";

    private readonly SmallArchive _archive = new(
        [("close.md", SmallArchive.Article("短讯", Filler(1) + "。林芳正外相到巴西首都谈大豆贸易。" + Filler(2))),
        ("apart.md", SmallArchive.Article("消息", $"林芳正外相。{Filler(3)}。巴西首都。{Filler(4)}。大豆贸易。")),
        .. Enumerable.Range(0, 40).Select(number => ($"other{number:00}.md", SmallArchive.Article($"其他{number}", $"{Filler(number + 5)}。大豆")))]);

    [Fact]
    public void Search_RankedText_PutsCloseCharactersFirst()
    {
        Assert.Equal(["close.md", "apart.md"], _archive.Find(Question, MatchMode.Any).Take(2));
    }

    [Fact]
    public void Search_PagesOfRankedText_AreThePartsOfOneOrder()
    {
        string[] all = _archive.Find(Question, MatchMode.Any);
        SearchPage[] pages = [.. Enumerable.Range(1, 6).Select(page => _archive.Searcher.Search(
            new SearchRequest { Query = Question, Match = MatchMode.Any, Page = page, Size = 7 }))];

        Assert.Equal(42, all.Length);
        Assert.Equal(all, pages.SelectMany(page => page.Hits).Select(hit => hit.Source));
        Assert.All(pages.SelectMany(page => page.Hits).Zip(pages.SelectMany(page => page.Hits).Skip(1)), pair => Assert.True(pair.First.Score >= pair.Second.Score));
        Assert.Equal(all, _archive.Searcher.Export(new SearchRequest { Query = Question, Match = MatchMode.Any }).Select(article => article.Source));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Search_CursorOfRankedText_LeadsThroughTheSameOrder(bool collapse)
    {
        var request = new SearchRequest { Query = Question, Match = MatchMode.Any, Collapse = collapse, Size = 4 };
        string[] all = [.. _archive.Searcher.Search(request with { Size = SearchRequest.MaxSize }).Hits.Select(hit => hit.Source)];
        var followed = new List<string>();
        for (SearchPage? page = _archive.Searcher.Search(request); page is not null;)
        {
            followed.AddRange(page.Hits.Select(hit => hit.Source));
            page = SearchCursor.TryParse(page.Next) is { } next ? _archive.Searcher.Search(request with { After = next }) : null;
        }

        Assert.Equal(all, followed);
    }

    [Fact]
    public void Search_RankedTextExplained_HasEachKindOfEvidenceAsAPart()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = Question, Match = MatchMode.Any, Explain = true, Size = 42 });

        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Value));
        Assert.All(page.Hits.Take(RankingWeights.Default.RerankedHits), hit =>
        {
            Assert.Equal(hit.Score, hit.Explanation!.Parts!.Sum(part => part.Value), 1e-4);
            string[] kinds = [.. hit.Explanation.Parts!.Skip(1).Select(part => part.Name.Split(':')[0])];
            Assert.Equal(["closeness", "passage", "sentence", "subject", "words", "shortness"], kinds);
        });
        Assert.DoesNotContain(page.Hits[^1].Explanation!.Parts!, part => part.Name.StartsWith("closeness", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_QuotedPartOfARankedText_IsAskedForToo()
    {
        QueryPlan plan = new QueryPlanner(new OutletNames(() => [])).Plan(
            new SearchRequest { Query = "“大豆贸易”是在哪里讨论的 -“巴西”", Match = MatchMode.Any });
        using var index = new OpenIndex(_archive.IndexFolder);

        Assert.Equal(4, plan.Reranker!.ReaderOf(index.Searcher).In("大豆贸易，巴西").Closeness);
    }

    [Theory]
    [InlineData("林芳正")]
    [InlineData("“林芳正外相访问巴西”")]
    [InlineData("title:林芳正外相访问巴西")]
    public void Plan_TextThatIsNotRankedInTitleAndBody_IsLookedAtOnce(string query)
    {
        Assert.Null(new QueryPlanner(new OutletNames(() => [])).Plan(new SearchRequest { Query = query }).Reranker);
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Text that no other article has.</summary>
    private static string Filler(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 120).Select(_ => (char)random.Next('\u6000', '\u6500')));
    }
}
