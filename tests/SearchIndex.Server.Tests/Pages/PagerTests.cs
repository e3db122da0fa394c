using System.Text.RegularExpressions;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public sealed partial class PagerTests
{
    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(10, 1, "")]
    [InlineData(11, 1, "1 2 下一页")]
    [InlineData(25, 2, "上一页 1 2 3 下一页")]
    [InlineData(200, 10, "上一页 1 … 8 9 10 11 12 … 20 下一页")]
    [InlineData(200, 20, "上一页 1 … 18 19 20")]
    [InlineData(1_001, 100, "上一页 1 … 98 99 100 下一页")]
    [InlineData(50_000, 99, "上一页 1 … 97 98 99 100 下一页")]
    [InlineData(50_000, 100, "上一页 1 … 98 99 100 下一页")]
    [InlineData(1_000, 100, "上一页 1 … 98 99 100")]
    public void Render_Total_ShowsTheWayToOtherPages(int total, int current, string expected)
    {
        SearchPage page = Page(total, current);

        string markup = new Pager(PageText.Hans, new SearchParameters { Query = "a" }).Render(page).ToString();

        Assert.Equal(expected, Spaces().Replace(Tags().Replace(markup, " "), " ").Trim());
    }

    [Fact]
    public void Render_Links_KeepTheSearch()
    {
        SearchPage page = Page(total: 11, current: 1);
        var parameters = new SearchParameters { Query = "a&b", Outlets = ["dw", "rfi"], From = "2023", Script = "hant" };

        string markup = new Pager(PageText.Hans, parameters).Render(page).ToString();

        Assert.Contains("href=\"/?q=a%26b&amp;outlet=dw&amp;outlet=rfi&amp;from=2023&amp;script=hant&amp;page=2\"", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BehindTheNumbers_GoesOnByCursor()
    {
        var parameters = new SearchParameters { Query = "a" };
        SearchPage last = Page(total: 50_000, current: 100);
        SearchPage behind = Page(total: 50_000, current: 101);

        string fromLast = new Pager(PageText.Hans, parameters with { Page = "100" }).Render(last).ToString();
        string fromBehind = new Pager(PageText.Hans, parameters with { After = "earlier" }).Render(behind).ToString();

        Assert.Contains("rel=\"next\" href=\"/?q=a&amp;after=cursor\"", fromLast, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"/?q=a&amp;after=cursor\"", fromBehind, StringComparison.Ordinal);
        Assert.Contains("rel=\"first\" href=\"/?q=a\"", fromBehind, StringComparison.Ordinal);
    }

    private static SearchPage Page(int total, int current) => new()
    {
        Query = "a",
        Total = new HitTotal(total),
        Articles = total,
        Partial = false,
        TookMs = 1,
        Page = current,
        First = ((current - 1) * 10) + 1,
        Size = 10,
        Notices = [],
        Variants = [],
        DidYouMean = [],
        Parsed = new ParsedTree { Kind = "all", Query = string.Empty },
        Facets = [],
        Hits = [],
        Next = current * 10 < total ? "cursor" : null,
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
