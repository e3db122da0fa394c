using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query.Ranking;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("北约是哪一年成立的", "北约是，，，成立的", "北约，，，，成立的")]
    [InlineData("瑞典是什麼時候加入的", "瑞典，，，，，加入的", "瑞典，，，，，加入的")]
    [InlineData("北約秘書長是誰", "北約秘書長，，", "北約秘書長，，")]
    [InlineData("北約秘書長是誰？", "北約秘書長，，？", "北約秘書長，，？")]
    [InlineData("谁是林芳正?", "，是林芳正?", "，，林芳正?")]
    [InlineData("为什么停电", "，，，停电", "，，，停电")]
    [InlineData("為甚麼停電", "，，，停電", "，，，停電")]
    [InlineData("爲什麼停電呢", "，，，停電，", "，，，停電，")]
    [InlineData("歐盟和誰討論了什麼", "歐盟和，討論了，，", "歐盟，，討論，，，")]
    [InlineData("請問有沒有核武器", "，，，，，核武器", "，，，，，核武器")]
    [InlineData("谁的手机？什么样的？", "，的手机？，，，的？", "，，手机？，，，，？")]
    [InlineData("現在哪裡停電", "現在，，停電", "現在，，停電")]
    [InlineData("G7是什么", "G7，，，", "G7，，，")]
    [InlineData("𨨏是什么", "𨨏，，，", "𨨏，，，")]
    [InlineData("停电", "停电", "停电")]
    public void Remove_QuestionWords_LeavesGaps(string text, string expected, string withLinks)
    {
        Assert.Equal(expected, QuestionWords.Remove(text).Asked);
        Assert.Equal(withLinks, QuestionWords.Remove(text).Subject);
    }

    [Theory]
    [InlineData("几内亚的首都")]
    [InlineData("多伦多大学成立")]
    [InlineData("多倫多大學成立")]
    [InlineData("任何人都可以参加")]
    [InlineData("许多高官同众多高校")]
    [InlineData("更多高铁线路，最多大约两条")]
    [InlineData("更多高鐵線路")]
    [InlineData("吗啡与呢喃")]
    [InlineData("哪吒之魔童降世")]
    [InlineData("好几次，十几人")]
    public void Remove_PartsOfLongerWords_AreKept(string text)
    {
        Assert.Equal(text, QuestionWords.Remove(text).Asked);
        Assert.Equal(text, QuestionWords.Remove(text).Subject);
    }

    [Theory]
    [InlineData("什么")]
    [InlineData("为什么呢？")]
    [InlineData("什么是什么")]
    [InlineData("你是誰")]
    [InlineData("这是什么")]
    [InlineData("")]
    public void Remove_NothingElseLeft_IsTheTextItself(string text)
    {
        Assert.Equal(text, QuestionWords.Remove(text).Asked);
        Assert.Equal(text, QuestionWords.Remove(text).Subject);
    }
}
