using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class HeadParserTests
{
    private const string Full = """
        ---
        layout: post
        title: "某题"
        date: 2024-07-24T01:45:53.725Z
        author: 某报
        from: https://news.example/a
        tags: [ 某报, 国际 ]
        categories: [ 某报 ]
        ---
        <!--1700000000000-->
        [链接题](https://news.example/b)
        ------

        <p>正文</p>
        """;

    [Fact]
    public void Parse_AllParts_AreRead()
    {
        ArticleHead head = HeadParser.Parse(Full);

        Assert.Equal("某题", head.FrontMatter.Title);
        Assert.Equal("2024-07-24T01:45:53.725Z", head.FrontMatter.Date);
        Assert.Equal("某报", head.FrontMatter.Author);
        Assert.Equal(["某报", "国际"], head.FrontMatter.Tags);
        Assert.Equal(["某报"], head.FrontMatter.Categories);
        Assert.Equal(1700000000000, head.EpochMilliseconds);
        Assert.Equal("链接题", head.LinkTitle);
        Assert.Equal("https://news.example/a", head.Url);
        Assert.Equal("<p>正文</p>", Full[head.BodyStart..].Trim());
    }

    [Fact]
    public void Parse_CarriageReturns_MakeNoDifference()
    {
        string text = Full.ReplaceLineEndings("\r\n");

        ArticleHead head = HeadParser.Parse(text);

        Assert.Equal("某题", head.FrontMatter.Title);
        Assert.Equal("链接题", head.LinkTitle);
        Assert.Equal("<p>正文</p>", text[head.BodyStart..].Trim());
    }

    [Theory]
    [InlineData("<!--1700000000000-->\n[题](https://news.example/a)\n------\n正文")]
    [InlineData("<!--NaN-->\n[题](https://news.example/a)\n------\n正文")]
    [InlineData("[题](https://news.example/a)\n------\n正文")]
    [InlineData("[题](https://news.example/a)\n正文")]
    [InlineData("\n\n[题](https://news.example/a)\n\n---\n\n正文")]
    [InlineData("---\ntitle: 题\nfrom: https://news.example/a\n---\n正文")]
    [InlineData("---\ntitle: 题\nfrom: https://news.example/a\n---\n------\n正文")]
    public void Parse_MissingParts_ArePassedOver(string text)
    {
        ArticleHead head = HeadParser.Parse(text);

        Assert.Equal("题", head.FrontMatter.Title ?? head.LinkTitle);
        Assert.Equal("https://news.example/a", head.Url);
        Assert.Equal("正文", text[head.BodyStart..].Trim());
    }

    [Theory]
    [InlineData("[[生活] 题 (上)](https://news.example/a_(b))", "[生活] 题 (上)", "https://news.example/a_(b)")]
    [InlineData("[一题\n又一行](https://news.example/a)", "一题 又一行", "https://news.example/a")]
    [InlineData("[题 [更新]](https://news.example/含 空格)", "题 [更新]", "https://news.example/含 空格")]
    [InlineData("[题](https://news.example/a)  ", "题", "https://news.example/a")]
    public void Parse_Link_MayHoldBracketsAndLineBreaks(string line, string title, string url)
    {
        ArticleHead head = HeadParser.Parse(line + "\n------\n正文");

        Assert.Equal(title, head.LinkTitle);
        Assert.Equal(url, head.LinkUrl);
    }

    [Theory]
    [InlineData("[图](见附件)\n正文")]
    [InlineData("[题](https://news.example/a) 和更多文字\n正文")]
    [InlineData("正文\n[题](https://news.example/a)\n------")]
    [InlineData("---\n没有头的文字\n---\n正文")]
    public void Parse_TextThatOnlyLooksLikeAHead_IsBody(string text)
    {
        ArticleHead head = HeadParser.Parse(text);

        Assert.Null(head.Url);
        Assert.Null(head.FrontMatter.Title);
    }

    [Fact]
    public void Parse_FrontMatterWithoutEnd_IsOpen()
    {
        Assert.True(HeadParser.Parse("---\ntitle: 题\n").IsOpen);
    }

    [Fact]
    public void Parse_FrontMatterWhoseFromIsNoAddress_TakesTheLink()
    {
        Assert.Equal("https://news.example/a", HeadParser.Parse("---\nfrom: 某处\n---\n[题](https://news.example/a)\n---\n").Url);
    }
}
