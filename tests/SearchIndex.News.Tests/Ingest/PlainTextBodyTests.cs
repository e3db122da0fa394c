namespace SearchIndex.News.Tests.Ingest;

public sealed class PlainTextBodyTests
{
    [Fact]
    public void Extract_Lines_AreParagraphs()
    {
        Assert.Equal(["第一段。", "第二段 & 完"], Texts.Paragraphs("第一段。\r\n\r\n　　第二段 &amp; 完\n"));
    }

    [Fact]
    public void Extract_LessThanSigns_AreNotTags()
    {
        Assert.Equal(["1 < 2 > 0", "<3 名字 <某@邮.example>"], Texts.RawParagraphs("1 < 2 > 0\n<3 名字 <某@邮.example>"));
    }

    [Theory]
    [InlineData("# 标题\n正文")]
    [InlineData("标题\n======\n正文")]
    [InlineData("标题\n---\n正文")]
    [InlineData("### 标题 ###\n正文")]
    public void Extract_MarkdownHeadings_BecomeTheTitle(string text)
    {
        var article = Texts.Article(text, "x.txt");

        Assert.Equal("标题", article.Title);
        Assert.Equal(["正文"], article.Paragraphs);
    }

    [Fact]
    public void Extract_MarkdownLinks_KeepTheirTextOnly()
    {
        Assert.Equal(["见此文和图"], Texts.RawParagraphs("见[此文](https://news.example/a)和![照片](x.jpg)图"));
    }
}
