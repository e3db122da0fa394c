using SearchIndex.Engine.Search;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Tests.Updates;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Query;

/// <summary>Searches whose time is over before they have seen the whole index, which here has two segments.</summary>
public sealed class PartialSearchTests : IDisposable
{
    private readonly UpdateFolder _folder = new();
    private readonly NewsSearcher _searcher;

    public PartialSearchTests()
    {
        _folder.Write("1.md", "北约峰会开幕", date: "2023-01-01").Write("2.md", "北约扩员", date: "2023-06-01").Rebuild();
        _folder.Write("3.md", "北约换届", date: "2024-01-01").Update();
        _searcher = NewsSearcher.Open(_folder.Index);
    }

    [Fact]
    public void Search_PastItsDeadline_SaysSoAndHasNoCursor()
    {
        SearchPage part = _searcher.Search(Late("北约") with { Size = 1 });
        SearchPage whole = _searcher.Search(Late("北约") with { Size = 1, Deadline = null });

        Assert.True(part.Partial);
        Assert.Equal(new HitTotal(2, "gte"), part.Total);
        Assert.Equal(2, part.Articles);
        Assert.Null(part.Next);
        Assert.False(whole.Partial);
        Assert.Equal(new HitTotal(3, "eq"), whole.Total);
        Assert.NotNull(whole.Next);
    }

    [Theory]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Relevance)]
    [InlineData(SortOrder.Fresh)]
    public void Search_PastItsDeadline_HasHitsInTheOrderAskedFor(SortOrder order)
    {
        SearchPage part = _searcher.Search(Late("北约") with { Sort = order });

        Assert.Equal(2, part.Hits.Count);
        Assert.DoesNotContain(part.Hits, hit => hit.Source == "3.md");
    }

    [Fact]
    public void Search_FoundNothingByItsDeadline_GuessesNothing()
    {
        SearchPage part = _searcher.Search(Late("换届"));

        Assert.True(part.Partial);
        Assert.Equal(new HitTotal(0, "gte"), part.Total);
        Assert.Empty(part.DidYouMean);
        Assert.Empty(part.Notices);
    }

    [Fact]
    public void Search_Facets_AreThoseOfThePart()
    {
        SearchPage part = _searcher.Search(Late("北约") with { Facets = [FacetKind.Year] });

        Assert.Equal([("2023", 2)], part.Facets.Single().Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public void Search_CursorOfAnotherSearch_IsRefusedAllTheSame()
    {
        SearchPage whole = _searcher.Search(new SearchRequest { Query = "北约", Size = 1 });
        SearchCursor cursor = SearchCursor.TryParse(whole.Next)!;

        Assert.Throws<CursorException>(() => _searcher.Search(Late("峰会") with { After = cursor }));
        Assert.True(_searcher.Search(Late("北约") with { Size = 1, After = cursor }).Partial);
    }

    [Fact]
    public void Timeline_PastItsDeadline_SaysSo()
    {
        Timeline part = _searcher.Timeline(Late("北约"), TimelineInterval.Year);
        Timeline whole = _searcher.Timeline(new SearchRequest { Query = "北约" }, TimelineInterval.Year);

        Assert.True(part.Partial);
        Assert.Equal(2, part.Steps.Sum(step => step.Found));
        Assert.False(whole.Partial);
        Assert.Equal(3, whole.Steps.Sum(step => step.Found));
    }

    [Fact]
    public void Export_HasAllHits_WhateverTheDeadline() => Assert.Equal(3, _searcher.Export(Late("北约")).Count());

    public void Dispose()
    {
        _searcher.Dispose();
        _folder.Dispose();
    }

    private static SearchRequest Late(string query) => new()
    {
        Query = query,
        Deadline = new SearchDeadline(new LateClock(), TimeSpan.FromSeconds(1)),
    };
}
