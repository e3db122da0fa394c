using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query.Ranking;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("北约是哪一年成立的", "北约是，，，成立的")]
    [InlineData("北約秘書長是誰", "北約秘書長，，")]
    [InlineData("为什么停电", "，，，停电")]
    [InlineData("几内亚的首都", "几内亚的首都")]
    [InlineData("什么", "什么")]
    [InlineData("", "")]
    public void Remove_QuestionWords_LeavesGaps(string text, string expected)
    {
        Assert.Equal(expected, QuestionWords.Remove(text));
    }
}
