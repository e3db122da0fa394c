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
    public void Of_Text_JoinsNamesThatTheDictionaryLacks(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', TextUnits.Of(text)));
    }
}
