using System.Globalization;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Query.Paging;

public sealed class CursorPagingTests : IDisposable
{
    private const int Articles = 60;

    private readonly ManualClock _clock = new();
    private readonly SmallArchive _archive;
    private readonly NewsSearcher _searcher;

    public CursorPagingTests()
    {
        _archive = new SmallArchive([.. Enumerable.Range(0, Articles).Select(number => (NameOf(number), TextOf(number)))]);
        _searcher = NewsSearcher.Open(_archive.IndexFolder, new VariantSource(), _clock);
    }

    [Theory]
    [InlineData(SortOrder.Relevance, true)]
    [InlineData(SortOrder.Relevance, false)]
    [InlineData(SortOrder.Fresh, true)]
    [InlineData(SortOrder.Newest, true)]
    [InlineData(SortOrder.Newest, false)]
    [InlineData(SortOrder.Oldest, false)]
    public void Search_CursorAfterCursor_GivesEveryHitInOrder(SortOrder sort, bool collapses)
    {
        var request = new SearchRequest
        {
            Query = "北约 -昆明",
            Sort = sort,
            Collapse = collapses,
            Size = 7,
            Scripts = [ArticleScript.Hans, ArticleScript.Mixed, ArticleScript.None],
        };
        string[] expected = [.. _searcher.Export(request).Select(article => article.Id)];

        var ids = new List<string>();
        int pages = 0;
        for (SearchCursor? after = null; pages == 0 || after is not null; pages++)
        {
            SearchPage page = _searcher.Search(request with { After = after });
            Assert.Equal((expected.Length, ids.Count + 1, pages + 1), (page.Total.Value, page.First, page.Page));
            ids.AddRange(page.Hits.Select(hit => hit.Id));
            after = SearchCursor.TryParse(page.Next);
        }

        Assert.True(pages > 3);
        Assert.Equal(expected, ids);
    }

    [Fact]
    public void Search_LastPage_HasNoNext()
    {
        SearchPage page = _searcher.Search(new SearchRequest { Query = "北约", Size = SearchRequest.MaxSize });

        Assert.Null(page.Next);
    }

    [Fact]
    public void Search_RelaxedQuery_GoesOn()
    {
        var request = new SearchRequest { Query = "发生救援", Size = 5, Collapse = false };

        SearchPage first = _searcher.Search(request);
        SearchPage second = _searcher.Search(request with { After = SearchCursor.TryParse(first.Next) });

        Assert.Single(first.Notices);
        Assert.Equal(first.Total, second.Total);
        Assert.Empty(first.Hits.Select(hit => hit.Id).Intersect(second.Hits.Select(hit => hit.Id)));
    }

    [Fact]
    public void Search_CursorAfterNewCommits_StaysInItsView()
    {
        var request = new SearchRequest { Query = "北约", Size = 10, Collapse = false };
        ExportedArticle[] expected = [.. _searcher.Export(request)];
        SearchPage first = _searcher.Search(request);

        _archive.Write("new.md", SmallArchive.Article("北约北约北约", "北约北约北约北约。", date: "2025-01-01T00:00:00Z"));
        _archive.Write(NameOf(0), SmallArchive.Article("猫", "一只猫。"));
        _archive.Rebuild();
        Assert.True(_searcher.Refresh());
        SearchPage second = _searcher.Search(request with { After = SearchCursor.TryParse(first.Next) });

        Assert.Equal(expected.Skip(10).Take(10).Select(article => article.Id), second.Hits.Select(hit => hit.Id));
        Assert.Equal(expected.Length, second.Total.Value);
        Assert.Contains("new.md", _searcher.Search(request).Hits.Select(hit => hit.Source));
    }

    [Fact]
    public void Search_CursorLeftAloneTooLong_IsGone()
    {
        SearchRequest next = FirstPageThenNewCommit();

        _clock.Advance(NewsSearcher.CursorLifetime - TimeSpan.FromSeconds(1));
        next = next with { After = SearchCursor.TryParse(_searcher.Search(next).Next) };
        _clock.Advance(NewsSearcher.CursorLifetime - TimeSpan.FromSeconds(1));
        next = next with { After = SearchCursor.TryParse(_searcher.Search(next).Next) };
        _clock.Advance(NewsSearcher.CursorLifetime + TimeSpan.FromSeconds(1));

        Assert.True(Assert.Throws<CursorException>(() => _searcher.Search(next)).IsGone);
    }

    [Fact]
    public void Search_CursorOfNewestCommit_NeverExpires()
    {
        var request = new SearchRequest { Query = "北约" };
        SearchPage first = _searcher.Search(request);

        _clock.Advance(10 * NewsSearcher.CursorLifetime);

        Assert.NotEmpty(_searcher.Search(request with { After = SearchCursor.TryParse(first.Next) }).Hits);
    }

    [Fact]
    public void Search_ManyCommits_KeepsTheViewsThatAreFollowed()
    {
        SearchRequest followed = FirstPageThenNewCommit();
        followed = followed with { After = SearchCursor.TryParse(_searcher.Search(followed).Next) };
        SearchRequest left = FirstPageThenNewCommit();
        for (int commit = 0; commit < NewsSearcher.MaxKeptViews; commit++)
        {
            FirstPageThenNewCommit();
        }

        Assert.NotEmpty(_searcher.Search(followed).Hits);
        Assert.True(Assert.Throws<CursorException>(() => _searcher.Search(left)).IsGone);
    }

    [Fact]
    public void Search_CursorOfAnotherSearch_IsRefused()
    {
        SearchPage first = _searcher.Search(new SearchRequest { Query = "北约" });
        SearchCursor cursor = SearchCursor.TryParse(first.Next)!;
        SearchRequest[] others =
        [
            new() { Query = "日本", After = cursor },
            new() { Query = "北约", Sort = SortOrder.Newest, After = cursor },
            new() { Query = "北约", Collapse = false, After = cursor },
            new() { Query = "北约", Scripts = [ArticleScript.Hant], After = cursor },
            new() { Query = "北约", From = DateTimeOffset.UnixEpoch, After = cursor },
            new() { Query = "北约", After = cursor with { Doc = int.MaxValue } },
        ];

        Assert.All(others, other => Assert.False(Assert.Throws<CursorException>(() => _searcher.Search(other)).IsGone));
        Assert.NotEmpty(_searcher.Search(new SearchRequest { Query = "北约", Size = 3, Explain = true, After = cursor }).Hits);
    }

    [Fact]
    public void Dispose_WithKeptViews_ClosesThem()
    {
        FirstPageThenNewCommit();

        _searcher.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _searcher.Search(new SearchRequest { Query = "北约" }));
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _archive.Dispose();
    }

    /// <summary>Asks for a first page, lets the index move on, and returns the request for the second page.</summary>
    private SearchRequest FirstPageThenNewCommit()
    {
        var request = new SearchRequest { Query = "北约", Size = 5, Collapse = false };
        SearchPage first = _searcher.Search(request);
        _archive.Rebuild();
        Assert.True(_searcher.Refresh());
        return request with { After = SearchCursor.TryParse(first.Next) };
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.md");

    /// <summary>Some articles are versions of each other, some have the same score, some the same date or none.</summary>
    private static string TextOf(int number)
    {
        string[] towns = ["东京", "上海", "昆明", "北京", "广州", "成都", "拉萨", "花莲"];
        string body = $"北约秘书长{(number % 5 == 0 ? "北约" : "昨天")}访问{towns[number % 8]}，第{number / 2}次讨论合作。\n{towns[number / 8]}发生地震，前往救援的队伍有{number / 2}支。";
        string date = number % 7 == 0 ? "~" : string.Create(CultureInfo.InvariantCulture, $"2024-03-{1 + (number % 20):00}T08:00:00Z");
        return SmallArchive.Article(string.Create(CultureInfo.InvariantCulture, $"第{number}篇"), body, date: date);
    }
}
