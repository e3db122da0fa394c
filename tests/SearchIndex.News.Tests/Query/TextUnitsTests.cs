using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class TextUnitsTests
{
    [Theory]
    [InlineData("日本外相访问北京", "日本|外相|访问|北京")]
    [InlineData("冯德莱恩访问北京", "冯德莱恩|访问|北京")]
    [InlineData("馮德萊恩訪問北京", "馮德萊恩|訪問|北京")]
    [InlineData("的", "")]
    [InlineData("NATO秘书长", "NATO|秘书长")]
    [InlineData("2023年5月10日广岛峰会", "2023年|5月|10日|广岛|峰会")]
    [InlineData("２０２３年馮德萊恩", "２０２３年|馮德萊恩")]
    public void Of_Text_JoinsNamesThatTheDictionaryLacks(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', TextUnits.Of(text)));
    }

    [Theory]
    [InlineData("2023年", true)]
    [InlineData("5月", true)]
    [InlineData("10日", true)]
    [InlineData("10年", false)]
    [InlineData("5号", false)]
    [InlineData("2023", false)]
    [InlineData("今年", false)]
    [InlineData("年", false)]
    public void IsDate_Unit_TellsNumbersOfDates(string unit, bool expected)
    {
        Assert.Equal(expected, TextUnits.IsDate(unit));
    }
}
