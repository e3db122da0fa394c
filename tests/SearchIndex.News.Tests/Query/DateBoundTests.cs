using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class DateBoundTests
{
    [Theory]
    [InlineData("2023", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2023-05", "2023-05-01T00:00:00Z", "2023-06-01T00:00:00Z")]
    [InlineData("2023-12", "2023-12-01T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData(" 2023-05-01 ", "2023-05-01T00:00:00Z", "2023-05-02T00:00:00Z")]
    [InlineData("2023-5-1", "2023-05-01T00:00:00Z", "2023-05-02T00:00:00Z")]
    [InlineData("2023/12/31", "2023-12-31T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2023年", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2023年5月", "2023-05-01T00:00:00Z", "2023-06-01T00:00:00Z")]
    [InlineData("2023年05月01日", "2023-05-01T00:00:00Z", "2023-05-02T00:00:00Z")]
    public void TryParse_WholeDayMonthOrYear_SpansAllOfIt(string text, string start, string end)
    {
        bool isDate = DateBound.TryParse(text, out DateBound bound);

        Assert.True(isDate);
        Assert.Equal(new DateBound(Moment(start), Moment(end)), bound);
    }

    [Theory]
    [InlineData("2023-05-11T02:00", "2023-05-11T02:00:00Z")]
    [InlineData("2023-05-11T02:00:36", "2023-05-11T02:00:36Z")]
    [InlineData("2023-05-11T02:00:36Z", "2023-05-11T02:00:36Z")]
    [InlineData("2023-05-11T02:00:36.640Z", "2023-05-11T02:00:36.640Z")]
    [InlineData("2023-05-11T10:00:36+08:00", "2023-05-11T02:00:36Z")]
    [InlineData("2023-05-11T10:00:36 08:00", "2023-05-11T02:00:36Z")]
    public void TryParse_Time_IsMomentInUtc(string text, string moment)
    {
        bool isDate = DateBound.TryParse(text, out DateBound bound);

        Assert.True(isDate);
        Assert.Equal(new DateBound(Moment(moment), Moment(moment)), bound);
        Assert.Equal(TimeSpan.Zero, bound.Start.Offset);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-12-31")]
    public void TryParse_EndOfCalendar_EndsWithIt(string text)
    {
        bool isDate = DateBound.TryParse(text, out DateBound bound);

        Assert.True(isDate);
        Assert.Equal(DateTimeOffset.MaxValue, bound.End);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("23")]
    [InlineData("0000")]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("01/05/2023")]
    [InlineData("2023-05-01 08:00")]
    [InlineData("2023-05-01T25:00")]
    [InlineData("0001-01-01T00:00+08:00")]
    [InlineData("２０２３")]
    [InlineData("2023\0")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(DateBound.TryParse(text, out _));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
