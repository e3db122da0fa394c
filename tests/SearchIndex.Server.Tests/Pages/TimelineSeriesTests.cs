using System.Globalization;
using SearchIndex.News.Query.Facets;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public class TimelineSeriesTests
{
    [Fact]
    public void Steps_MonthsWithoutArticles_AreFilled()
    {
        var timeline = new Timeline(TimelineInterval.Month, [Step("2023-11", ("dw", 1, 4)), Step("2024-02", ("dw", 2, 2))], 0);

        var series = new TimelineSeries(timeline);

        Assert.Equal(["2023-11", "2023-12", "2024-01", "2024-02"], series.Steps.Select(step => step.Period));
        Assert.Equal(0, series.Steps[1].Published);
    }

    [Fact]
    public void CountsOf_ManyOutlets_PutsTheSmallTogether()
    {
        TimelineStep step = Step("2023", [.. Enumerable.Range(1, 8).Select(number => (number.ToString(CultureInfo.InvariantCulture), number, 10))]);

        var series = new TimelineSeries(new Timeline(TimelineInterval.Year, [step], 0));

        Assert.Equal(["8", "7", "6", "5", "4"], series.Outlets);
        Assert.Equal((1 + 2 + 3, 30), series.CountsOf(step)[^1]);
        Assert.Equal(36, series.CountsOf(step).Sum(count => count.Found));
    }

    [Fact]
    public void CountsOf_OutletWithoutMatches_IsInNoSeries()
    {
        TimelineStep step = Step("2023", ("dw", 2, 5), ("rfi", 0, 7));

        var series = new TimelineSeries(new Timeline(TimelineInterval.Year, [step], 0));

        Assert.Equal([(2, 5)], series.CountsOf(step));
        Assert.False(series.HasRest);
    }

    [Theory]
    [InlineData(1, 8, "12.5%")]
    [InlineData(1, 3, "33.33%")]
    [InlineData(0, 0, "–")]
    public void Percent_Numbers_AreReadable(int found, int published, string expected) => Assert.Equal(expected, TimelineSeries.Percent(found, published));

    private static TimelineStep Step(string period, params (string Outlet, int Found, int Published)[] outlets) => new(
        period,
        outlets.Sum(outlet => outlet.Found),
        outlets.Sum(outlet => outlet.Published),
        [.. outlets.Select(outlet => new TimelineCount(outlet.Outlet, outlet.Found, outlet.Published))]);
}
