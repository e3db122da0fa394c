using SearchIndex.News.Query.Facets;
using SearchIndex.Server.Pages.Status;

namespace SearchIndex.Server.Tests.Pages.Status;

public sealed class MonthGridTests
{
    [Fact]
    public void MonthsOf_Year_HasItsGapsAndNothingBeyondTheArchive()
    {
        MonthGrid grid = Grid(("2022-11", "a"), ("2023-02", "a"), ("2023-04", "b"));

        Assert.Equal(["2022-11", "2022-12"], grid.MonthsOf("2022").Select(month => month.Period));
        Assert.Equal([0, 1, 0, 1], grid.MonthsOf("2023").Select(month => month.Published));
        Assert.Empty(grid.MonthsOf("2024"));
        Assert.Equal([("2023", 2), ("2022", 1)], grid.Years);
    }

    [Fact]
    public void BarsOf_Outlet_AreItsMonths()
    {
        MonthGrid grid = Grid(("2022-11", "a"), ("2023-02", "a"), ("2023-02", "b"));

        Assert.Equal([1, 0, 0, 1], grid.BarsOf("a"));
        Assert.Equal([0, 0, 0, 1], grid.BarsOf("b"));
        Assert.Equal(("2022-11", "2023-02"), grid.SpanOf("a"));
        Assert.Null(grid.SpanOf("c"));
    }

    [Theory]
    [InlineData("1900-01")]
    [InlineData("1995-12")]
    [InlineData("2023-06")]
    public void BarsOf_LongArchive_AreNotMoreThanFit(string first)
    {
        MonthGrid grid = Grid((first, "a"), ("2024-12", "a"));

        int[] bars = grid.BarsOf("a");

        Assert.InRange(bars.Length, 2, MonthGrid.MostBars);
        Assert.Equal((1, 1), (bars[0], bars[^1]));
    }

    [Fact]
    public void Grid_NoArticles_HasNothing()
    {
        MonthGrid grid = Grid();

        Assert.Empty(grid.Years);
        Assert.Empty(grid.BarsOf("a"));
    }

    private static MonthGrid Grid(params (string Month, string Outlet)[] articles) => new(new Timeline(
        TimelineInterval.Month,
        [.. articles.GroupBy(article => article.Month).Select(month =>
            new TimelineStep(month.Key, month.Count(), month.Count(), [.. month.Select(article => new TimelineCount(article.Outlet, 1, 1))]))],
        Undated: 0));
}
