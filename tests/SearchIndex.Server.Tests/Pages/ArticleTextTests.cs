using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

public sealed class ArticleTextTests
{
    [Fact]
    public void Marked_Ranges_BecomeMarks()
    {
        Html html = ArticleText.Marked("<林芳正>说", [new TextRange(1, 3), new TextRange(5, 1)]);

        Assert.Equal("&lt;<mark>林芳正</mark>&gt;<mark>说</mark>", html.ToString());
    }

    [Fact]
    public void Marked_RangeBeyondTheText_IsCut() =>
        Assert.Equal("北<mark>约</mark>", ArticleText.Marked("北约", [new TextRange(1, 9), new TextRange(20, 3)]).ToString());

    [Fact]
    public void Marked_OverlappingRanges_AreNotRepeated() =>
        Assert.Equal("<mark>北约</mark><mark>峰</mark>会", ArticleText.Marked("北约峰会", [new TextRange(0, 2), new TextRange(1, 2)]).ToString());

    [Fact]
    public void Paragraphs_Lines_AreParagraphsAndMarksLeadToEachOther()
    {
        var steps = new MarkSteps(PageText.Hans, Before: 1, Total: 3);

        string html = ArticleText.Paragraphs("北约\n\n日本与北约", [new TextRange(0, 2), new TextRange(7, 2)], steps).ToString();

        Assert.StartsWith("<p><mark id=\"m2\">北约</mark><span class=\"steps\" lang=\"zh-Hans\"><a href=\"#m1\"", html, StringComparison.Ordinal);
        Assert.Contains("2/3 <a href=\"#m3\" aria-label=\"下一处\"", html, StringComparison.Ordinal);
        Assert.Contains("<p>日本与<mark id=\"m3\">北约</mark>", html, StringComparison.Ordinal);
        Assert.Contains("3/3 </span></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_MarkAcrossLines_IsCutAtTheirEnds()
    {
        Html html = ArticleText.Paragraphs("甲乙\n丙丁\n戊", [new TextRange(1, 3)], new MarkSteps(PageText.Hans, Before: 0, Total: 1));

        Assert.Equal(
            "<p>甲<mark id=\"m1\">乙</mark><span class=\"steps\" lang=\"zh-Hans\"> 1/1 </span></p>\n<p><mark>丙</mark>丁</p>\n<p>戊</p>\n", html.ToString());
    }

    [Theory]
    [InlineData(ArticleScript.Hans, "zh-Hans")]
    [InlineData(ArticleScript.Hant, "zh-Hant")]
    [InlineData(ArticleScript.Mixed, "zh")]
    [InlineData(ArticleScript.None, "zh")]
    public void LanguageOf_Script_IsItsTag(ArticleScript script, string language) => Assert.Equal(language, ArticleText.LanguageOf(script));

    [Theory]
    [InlineData("https://news.example/%E4%B8%80?a=1&b=2", "https://news.example/%E4%B8%80?a=1&b=2")]
    [InlineData("http://news.example/\"><script>", "http://news.example/%22%3E%3Cscript%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JAVASCRIPT:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//news.example/", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Outside_Address_IsALinkOnlyWhenHttp(string? url, string? expected) => Assert.Equal(expected, PageLinks.Outside(url));
}
