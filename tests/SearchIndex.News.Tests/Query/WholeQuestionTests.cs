using SearchIndex.News.Query;
using SearchIndex.News.Query.Ranking;
using SearchIndex.News.Tests.Query.Ranking;

namespace SearchIndex.News.Tests.Query;

/// <summary>Whole questions with <see cref="MatchMode.All"/>: an answer has what is asked about, not the words that ask.</summary>
public sealed class WholeQuestionTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        ("hans.md", SmallArchive.Article("内阁改组", "日本首相改组内阁，林芳正出任新任官房长官。", date: "2023-09-13T08:00:00Z")),
        ("hant.md", SmallArchive.Article(
            "廣島峰會閉幕", "七國集團領導人在廣島舉行峰會，討論核裁軍。多倫多大學派出專家，馮德萊恩也到場。", host: "wanbao.example", date: "2023-05-21T08:00:00Z")),
        ("asked.md", SmallArchive.Article("誰是下任市長", "为什么停电？停电了多少次？什么时候来电？市民问：下任市长是谁？", date: "2024-01-05T08:00:00Z")),
        ("cat.md", SmallArchive.Article("车站的猫", "一只猫住在车站，吗啡案的证人也住在那里。", date: "2024-02-05T08:00:00Z")));

    [Theory]
    [InlineData("日本新任官房长官是谁", "hans.md")]
    [InlineData("日本新任官房長官是誰？", "hans.md")]
    [InlineData("谁是林芳正?", "hans.md")]
    [InlineData("林芳正在哪里出任官房长官", "hans.md")]
    [InlineData("林芳正何時出任了什麼官職", "hans.md")]
    [InlineData("请问日本有没有改组内阁", "hans.md")]
    [InlineData("2023年5月广岛峰会讨论了什么", "hant.md")]
    [InlineData("請問廣島峰會討論了些甚麼呢？", "hant.md")]
    [InlineData("馮德萊恩是哪國人", "hant.md")]
    [InlineData("冯德莱恩在什么地方", "hant.md")]
    [InlineData("多伦多大学的专家会不会到场", "hant.md")]
    [InlineData("为什么会停电呢", "asked.md")]
    [InlineData("吗啡案的证人是谁", "cat.md")]
    public void Search_Question_FindsWhatAnswersIt(string question, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(question)));
    }

    [Theory]
    [InlineData("猫是什么", "cat.md")]
    [InlineData("谁是猫", "cat.md")]
    [InlineData("貓在哪裡呢？", "cat.md")]
    [InlineData("G7是什么", "")]
    public void Search_ShortQuestionThatStandsNowhere_FindsWhatItAsksAbout(string question, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(question)));
    }

    [Theory]
    [InlineData("为什么", "asked.md")]
    [InlineData("什麼時候", "asked.md")]
    [InlineData("什么是什么", "asked.md")]
    [InlineData("你们到底是谁", "")]
    [InlineData("下任市长是谁", "asked.md")]
    [InlineData("“下任市长是谁”", "asked.md")]
    [InlineData("“日本新任官房长官是谁”", "")]
    public void Search_QuestionWordsAloneOrInQuotes_AreLookedFor(string text, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(text)));
    }

    [Theory]
    [InlineData("(日本新任官房长官是谁 OR 广岛峰会讨论了什么) -核裁军", "hans.md")]
    [InlineData("日本新任官房长官是谁 date:2024", "")]
    [InlineData("title:廣島峰會何時閉幕", "hant.md")]
    [InlineData("title:日本新任官房长官是谁", "")]
    [InlineData("车站 -下任市长是谁", "cat.md")]
    [InlineData("停电 NOT 下任市长是谁", "")]
    public void Search_QuestionAmongOperators_IsAPartLikeOthers(string query, string expected)
    {
        Assert.Equal(expected, string.Join(',', _archive.Find(query)));
    }

    [Theory]
    [InlineData("林芳正 何时 出任", "hans.md", "何时")]
    [InlineData("冯德莱恩 在场 OR 到场 什麼時候？", "hant.md", "什麼時候？")]
    [InlineData("(广岛 什么) OR (猫 为什么)", "cat.md,hant.md", "什么 为什么")]
    [InlineData("林芳正 “何时”", "", "")]
    [InlineData("林芳正 title:何时", "", "")]
    [InlineData("停电 -多少", "", "")]
    [InlineData("林芳正 何?时", "", "")]
    [InlineData("林芳正 何时?", "hans.md", "何时?")]
    [InlineData("停电 𨨏什么", "", "")]
    [InlineData("停电 20几岁", "", "")]
    [InlineData("市长 谁 date:2024", "asked.md", "谁")]
    [InlineData("多少 什么时候", "asked.md", "")]
    public void Search_QuestionWordsAsParts_AreNotAskedForBesideOthers(string query, string expected, string left)
    {
        SearchPage page = _archive.Searcher.Search(new SearchRequest { Query = query });

        Assert.Equal(expected, string.Join(',', page.Hits.Select(hit => hit.Source).Order(StringComparer.Ordinal)));
        Assert.Equal(left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"“{word}”只是提问，文章里不必有；要查找它请加引号。"), page.Notices);
    }

    [Theory]
    [InlineData("广岛峰会是什么时候闭幕的", "廣島 峰會")]
    [InlineData("下任市长是谁", "下任市长是谁")]
    [InlineData("停电了多少次呢", "停电 停电")]
    [InlineData("为什么一只猫住在车站", "一只猫住在车站")]
    public void FindArticle_OfQuestion_MarksItsUnitsWithoutQuestionWords(string question, string marked)
    {
        SearchHit hit = _archive.Single(question);
        ArticleView article = _archive.Searcher.FindArticle(hit.Id, question)!;

        Assert.Equal(marked, string.Join(' ', article.BodyMarks.Select(mark => article.Body.Substring(mark.Start, mark.Length))));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Plan_WeightsThatKeepQuestionWords_RequireThem(bool drops, int expected)
    {
        var planner = new QueryPlanner(new OutletNames(() => []), weights: RankingWeights.Default with { DropsQuestionWords = drops });
        using var index = new OpenIndex(_archive.IndexFolder);

        QueryPlan plan = planner.Plan(new SearchRequest { Query = "林芳正何时在何处出任" });

        Assert.Equal(expected, index.Searcher.Count(plan.Ranking));
    }

    public void Dispose() => _archive.Dispose();
}
