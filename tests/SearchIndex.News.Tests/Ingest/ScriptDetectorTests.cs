using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class ScriptDetectorTests
{
    [Theory]
    [InlineData("日本对俄朝首脑会谈表示关注", ArticleScript.Hans)]
    [InlineData("日外相證實與北約商討", ArticleScript.Hant)]
    [InlineData("", ArticleScript.None)]
    [InlineData("Plain English, 123.", ArticleScript.None)]
    [InlineData("皇后在台上里只面", ArticleScript.None)]
    [InlineData("日本人口", ArticleScript.None)]
    [InlineData("国家对话，國家對話", ArticleScript.Mixed)]
    [InlineData("国國", ArticleScript.Mixed)]
    [InlineData("这个国家说话國", ArticleScript.Hans)]
    [InlineData("臺灣人民說話国", ArticleScript.Hant)]
    [InlineData("群峰秘床", ArticleScript.None)]
    public void Detect_Title_IsJudgedByTellingCharacters(string text, ArticleScript expected)
    {
        Assert.Equal(expected, ScriptDetector.Detect(text, []));
    }

    [Theory]
    [InlineData(14, ArticleScript.Hans)]
    [InlineData(15, ArticleScript.Mixed)]
    [InlineData(50, ArticleScript.Mixed)]
    [InlineData(85, ArticleScript.Mixed)]
    [InlineData(86, ArticleScript.Hant)]
    public void Detect_ShareOfTheOtherScript_DecidesFromThePercentOn(int hantOfHundred, ArticleScript expected)
    {
        string[] paragraphs = [new string('國', hantOfHundred), new string('国', 100 - hantOfHundred)];

        Assert.Equal(expected, ScriptDetector.Detect("一二三", paragraphs));
    }
}
