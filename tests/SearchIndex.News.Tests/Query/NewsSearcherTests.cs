using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

public sealed class NewsSearcherTests : IDisposable
{
    private readonly SmallArchive _archive = new LanguageArchive().Articles;

    [Theory]
    [InlineData("北约", "hans.md,hant.md")]
    [InlineData("北約", "hans.md,hant.md")]
    [InlineData("林芳正 北约", "hant.md,hans.md")]
    [InlineData("北约 -冯德莱恩", "hant.md")]
    [InlineData("北约 -“冯德莱恩”", "hant.md")]
    [InlineData("馮德萊恩", "hans.md")]
    [InlineData("冯·德莱恩", "hans.md")]
    [InlineData("B站", "hans.md")]
    [InlineData("Ｂ站", "hans.md")]
    [InlineData("b站宣布", "hans.md")]
    [InlineData("\"2加2\"", "other.md")]
    [InlineData("covid-19", "other.md")]
    [InlineData("呼和浩特", "undated.md")]
    [InlineData("花", "other.md")]
    [InlineData("猫", "undated.md")]
    [InlineData("title:林芳正", "hant.md")]
    [InlineData("title:猫的故事", "undated.md")]
    [InlineData("author:陈大文", "hant.md")]
    [InlineData("北约 outlet:xinbao.example", "hans.md")]
    [InlineData("北约 -outlet:xinbao.example", "hant.md")]
    [InlineData("“日本外相林芳正”", "hans.md")]
    [InlineData("“外相日本”", "")]
    [InlineData("“东京设立办事处。欧盟”", "")]
    [InlineData("北约秘书长访问日本", "hant.md")]
    [InlineData("outlet:没有这个", "")]
    public void Search_Query_FindsFiles(string query, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(query)));
    }

    [Theory]
    [InlineData("花莲 OR 呼和浩特", "other.md,undated.md")]
    [InlineData("(花莲 OR 东京) -title:地震", "hans.md,hant.md")]
    [InlineData("东京 (陈大文 OR author:陈大文)", "hant.md")]
    [InlineData("-林芳正", "other.md,undated.md")]
    [InlineData("猫 OR -林芳正", "other.md,undated.md")]
    [InlineData("-(花莲 OR 林芳正)", "undated.md")]
    [InlineData("body:日本外相", "hans.md")]
    [InlineData("body:猫的故事", "")]
    [InlineData("林?正", "hans.md,hant.md")]
    [InlineData("林？正星期?说", "hans.md")]
    [InlineData("冯?莱恩", "hans.md")]
    [InlineData("林?星", "")]
    [InlineData("林??星", "hans.md")]
    [InlineData("谁是林芳正？", "hans.md,hant.md")]
    [InlineData("林芳正？", "hans.md,hant.md")]
    [InlineData("COV*", "other.md")]
    [InlineData("COV", "")]
    [InlineData("呼和*", "undated.md")]
    [InlineData("=北約", "hant.md")]
    [InlineData("=“北约”", "hans.md")]
    [InlineData("=冯德莱恩", "")]
    [InlineData("=“冯·德莱恩”", "hans.md")]
    [InlineData("=covid-19", "")]
    [InlineData("=COVID-19", "other.md")]
    [InlineData("=“东京设立办事处。”", "hans.md")]
    [InlineData("-=北約 北约", "hans.md")]
    [InlineData("script:繁体", "hant.md")]
    [InlineData("date:2023-05", "hans.md")]
    [InlineData("date:2023", "hant.md,hans.md")]
    [InlineData("date:>2023", "other.md")]
    [InlineData("date:2023年5月1日..2023-06 -北约", "")]
    [InlineData("url:dongfang.example/c", "undated.md")]
    [InlineData("url:https://www.dongfang.example/", "undated.md")]
    [InlineData("url:xinbao.example/花莲地震", "other.md")]
    [InlineData("-url:www.dongfang.example date:..2023", "hant.md,hans.md")]
    [InlineData("outlet:(wanbao.example OR xinbao.example) date:2024", "other.md")]
    [InlineData("《猫的故事》", "undated.md")]
    [InlineData("发生救援", "other.md")]
    [InlineData("“发生救援”", "")]
    public void Search_Language_FindsFiles(string query, string expected)
    {
        string[] found = _archive.Find(query);

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Search_ShortTextOfWords_IsRelaxedWithNotice()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "发生救援" });
        ArticleView article = _archive.Searcher.FindArticle(page.Hits[0].Id, "发生救援")!;

        Assert.Contains("“发生救援”", Assert.Single(page.Notices), StringComparison.Ordinal);
        Assert.Equal(["发生", "救援"], article.BodyMarks.Select(mark => article.Body.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("林?正", "林芳正 林芳正")]
    [InlineData("COV*", "COVID")]
    [InlineData("=北約", "北約")]
    [InlineData("=“北约可能在东京设立办事处。”", "北约可能在东京设立办事处。")]
    [InlineData("-猫 冯?莱恩", "冯·德莱恩")]
    public void Search_Language_MarksWhatMatched(string query, string marked)
    {
        SearchHit hit = _archive.Searcher.Search(new SearchRequest { Query = query }).Hits[0];
        ArticleView article = _archive.Searcher.FindArticle(hit.Id, query)!;

        Assert.Equal(marked, string.Join(' ', article.BodyMarks.Select(mark => article.Body.Substring(mark.Start, mark.Length))));
    }

    [Fact]
    public void Search_Explained_GivesPartsOfEveryScore()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "北约 OR title:林芳正", Explain = true });

        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Value));
        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Parts!.Sum(part => part.Value), 1e-5));
        Assert.Null(_archive.Single("呼和浩特").Explanation);
    }

    [Fact]
    public void Search_Answer_HasTheParsedQuery()
    {
        ParsedTree parsed = _archive.Searcher.Search(new SearchRequest { Query = "北约 (\"日本 东京\" OR -title:猫*) date:2023-05" }).Parsed;

        Assert.Equal(("and", "北约 (\"日本 东京\" OR -title:猫*) date:2023-05"), (parsed.Kind, parsed.Query));
        Assert.Equal(["text", "or", "date"], parsed.Parts!.Select(part => part.Kind));
        ParsedTree not = parsed.Parts![1].Parts![1];
        Assert.Equal(("title", "prefix", "猫"), (not.Parts![0].Field, not.Parts[0].Form, not.Parts[0].Text));
    }

    [Fact]
    public void Search_Versions_AreOneHit()
    {
        const string text = "外務大臣星期四在東京同來訪的客人會談，雙方談到設立辦事處的計劃，也談到能源合作與貿易問題。會談持續了兩個小時，"
            + "雙方約定下個月再見面，並且發表了一份簡短的聲明。聲明說兩國關係良好，今後還要繼續發展。";
        using var archive = new SmallArchive(
            ("first.md", SmallArchive.Article("外务大臣会谈", text.Replace('東', '东').Replace('會', '会').Replace('務', '务'), date: "2024-01-01T00:00:00Z")),
            ("second.md", SmallArchive.Article("外務大臣會談", text, host: "wanbao.example", date: "2024-01-02T00:00:00Z")),
            ("third.md", SmallArchive.Article("外务大臣的一天", "外务大臣在东京参观了一所小学，和孩子们一起吃午饭，下午回到外务省。", date: "2024-01-03T00:00:00Z")));
        var request = new SearchRequest { Query = "外务大臣", Sort = SortOrder.Oldest };

        SearchPage collapsed = archive.Searcher.Search(request);
        SearchPage all = archive.Searcher.Search(request with { Collapse = false });
        SearchPage newest = archive.Searcher.Search(request with { Sort = SortOrder.Newest, Size = 1, Page = 2 });

        Assert.Equal((2, 3, 3, 3), (collapsed.Total.Value, collapsed.Articles, all.Total.Value, all.Articles));
        Assert.Equal(["first.md", "third.md"], collapsed.Hits.Select(hit => hit.Source));
        HitVersion version = Assert.Single(collapsed.Hits[0].Versions);
        Assert.Equal((all.Hits[1].Id, "外務大臣會談", "wanbao.example"), (version.Id, version.Title, version.Outlet.Id));
        Assert.Equal((1, 0), (collapsed.Hits[0].VersionCount, collapsed.Hits[1].VersionCount));
        Assert.All(all.Hits, hit => Assert.Empty(hit.Versions));
        Assert.Equal(["second.md"], newest.Hits.Select(hit => hit.Source));
    }

    [Fact]
    public void Search_MatchAny_RanksEverythingThatHasAnyPart()
    {
        string[] found = _archive.Find("林芳正访问花莲", MatchMode.Any);

        Assert.Equal(["hans.md", "hant.md", "other.md"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Search_EmptyQuery_FindsAllNewestFirst()
    {
        Assert.Equal(["other.md", "hant.md", "hans.md", "undated.md"], _archive.Find("  "));
    }

    [Fact]
    public void Search_Filters_NarrowTheHits()
    {
        var all = new SearchRequest { Query = "" };

        Assert.Equal(["hant.md"], Sources(all with { Scripts = [ArticleScript.Hant] }));
        Assert.Equal(["hant.md"], Sources(all with { Outlets = ["wanbao.example"] }));
        Assert.Equal(["hant.md", "hans.md"], Sources(all with { Outlets = ["wanbao.example", "xinbao.example"], To = Day(2024, 1, 1) }));
        Assert.Equal(["other.md"], Sources(all with { From = Day(2024, 1, 1) }));
        Assert.Equal([], Sources(all with { From = Day(2024, 1, 1), To = Day(2023, 1, 1) }));
    }

    [Fact]
    public void Search_Sorted_PutsUndatedLast()
    {
        var all = new SearchRequest { Query = "" };

        Assert.Equal(["hans.md", "hant.md", "other.md", "undated.md"], Sources(all with { Sort = SortOrder.Oldest }));
        Assert.Equal(["other.md", "hant.md", "hans.md", "undated.md"], Sources(all with { Sort = SortOrder.Newest }));
    }

    [Fact]
    public void Search_SortedByDate_StillScores()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "林芳正", Sort = SortOrder.Oldest });

        Assert.Equal(["hans.md", "hant.md"], page.Hits.Select(hit => hit.Source));
        Assert.All(page.Hits, hit => Assert.True(hit.Score > 0));
    }

    [Fact]
    public void Search_Pages_CutTheList()
    {
        var request = new SearchRequest { Query = "", Size = 3 };

        SearchPage first = _archive.Searcher.Search(request);
        SearchPage second = _archive.Searcher.Search(request with { Page = 2 });
        SearchPage behind = _archive.Searcher.Search(request with { Page = 3 });

        Assert.Equal((4, 3, 1, 0), (first.Total.Value, first.Hits.Count, second.Hits.Count, behind.Hits.Count));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 0)]
    [InlineData(1, 101)]
    [InlineData(1001, 10)]
    [InlineData(int.MaxValue, 100)]
    public void Search_PageOutsideLimits_Throws(int page, int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _archive.Searcher.Search(new SearchRequest { Query = "北约", Page = page, Size = size }));
    }

    [Fact]
    public void Search_Name_IsOneMarkInTheOriginalText()
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = "林芳正" });

        SearchHit hit = page.Hits[0];
        Assert.Equal("hant.md", hit.Source);
        Assert.Equal(3, hit.Occurrences);
        Assert.Equal([new TextRange(0, 3)], hit.TitleMarks);
        string[] marked = [.. hit.Passages.SelectMany(passage => passage.Marks.Select(mark => passage.Text.Substring(mark.Start, mark.Length)))];
        Assert.Equal(["林芳正", "林芳正"], marked);
    }

    [Theory]
    [InlineData("冯德莱恩", "冯·德莱恩")]
    [InlineData("B站", "B站")]
    [InlineData("欧盟委员会主席", "欧盟委员会主席")]
    public void Search_Match_MarksWhatTheArticleSays(string query, string marked)
    {
        SearchHit hit = _archive.Single(query);

        HitPassage passage = Assert.Single(hit.Passages);
        Assert.Equal([marked], passage.Marks.Select(mark => passage.Text.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public void Search_PassageOffset_PointsIntoTheBody()
    {
        SearchHit hit = _archive.Single("冯德莱恩");
        ArticleView article = _archive.Searcher.FindArticle(hit.Id, "冯德莱恩")!;

        HitPassage passage = Assert.Single(hit.Passages);
        Assert.Equal(passage.Text, article.Body.Substring(passage.Offset, passage.Text.Length));
        Assert.Equal(["冯·德莱恩"], article.BodyMarks.Select(mark => article.Body.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public void Search_NothingToMark_ShowsTheBeginning()
    {
        SearchHit hit = _archive.Single("author:陈大文");

        Assert.StartsWith("林芳正接受訪問時說", Assert.Single(hit.Passages).Text, StringComparison.Ordinal);
        Assert.Equal(0, hit.Occurrences);
    }

    [Fact]
    public void FindArticle_UnknownId_ReturnsNull()
    {
        Assert.Null(_archive.Searcher.FindArticle("0123456789abcdef"));
        Assert.Null(_archive.Searcher.FindArticle(""));
    }

    [Fact]
    public void Stats_OfIndex_CountsOutletsAndScripts()
    {
        IndexStats stats = _archive.Searcher.Stats();

        Assert.Equal(4, stats.Articles);
        Assert.Equal("xinbao.example 2", $"{stats.Outlets[0].Id} {stats.Outlets[0].Articles}");
        Assert.Equal((3, 1), (stats.Scripts["hans"], stats.Scripts["hant"]));
        Assert.Equal((Day(2023, 5, 10).Date, Day(2024, 4, 3).Date), (stats.Oldest!.Value.Date, stats.Newest!.Value.Date));
        Assert.NotNull(stats.BuiltAt);
    }

    [Fact]
    public void Refresh_AfterRebuild_MovesToTheNewIndex()
    {
        Assert.False(_archive.Searcher.Refresh());
        _archive.Write("new.md", SmallArchive.Article("新文章", "这里说的是航天。"));
        _archive.Rebuild();
        string[] before = _archive.Find("航天");

        bool moved = _archive.Searcher.Refresh();

        Assert.Equal(([], true), (before, moved));
        Assert.Equal(["new.md"], _archive.Find("航天"));
    }

    [Fact]
    public void Refresh_FolderRemovedAndBuiltAgain_MovesThere()
    {
        Directory.Delete(_archive.IndexFolder, recursive: true);
        _archive.Write("new.md", SmallArchive.Article("新文章", "这里说的是航天。"));
        _archive.Rebuild();

        bool moved = _archive.Searcher.Refresh();

        Assert.True(moved);
        Assert.Equal(["new.md"], _archive.Find("航天"));
    }

    [Fact]
    public async Task Search_WhileOthersRebuild_AlwaysSeesOneWholeIndex()
    {
        using var stop = new CancellationTokenSource();
        Task rebuilds = Task.Run(() =>
        {
            for (int round = 0; round < 5; round++)
            {
                _archive.Rebuild();
                _archive.Searcher.Refresh();
            }

            stop.Cancel();
        });

        Parallel.For(0, 4, _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.Equal(2, _archive.Find("北约").Length);
            }
        });

        await rebuilds;
    }

    [Fact]
    public void Search_RandomQueries_NeverFail()
    {
        const int seed = 77;
        const string alphabet = "北约林芳正冯·德莱恩花ab1 \t\n\"“”「」『』-－:：()*~|{}[]^+!&titleoutletauthor\uD83D\uDE00\uD800\uDC00\0\uFFFF\u3000";
        var random = new Random(seed);
        for (int round = 0; round < 3_000; round++)
        {
            string query = new([.. Enumerable.Range(0, random.Next(30)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

            SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = query, Match = (MatchMode)(round % 2) });

            Assert.True(page.Total.Value >= page.Hits.Count, $"seed {seed}, round {round}: '{query}'");
        }
    }

    [Fact]
    public void Open_NoIndex_SaysWhere()
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Throws<IndexNotFoundException>(() => NewsSearcher.Open(folder.Path));

        Assert.Contains(folder.Path, problem.Message, StringComparison.Ordinal);
        Assert.Throws<IndexNotFoundException>(() => NewsSearcher.Open(folder.At("missing")));
    }

    public void Dispose() => _archive.Dispose();

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private string[] Sources(SearchRequest request) => [.. _archive.Searcher.Search(request).Hits.Select(hit => hit.Source)];
}
