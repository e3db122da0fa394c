using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class ArticleEvidenceTests
{
    private const string Link = "[标题](https://www.dw.com/zh/a-1)\n------\n\n";

    private const string Body = "<p>正文第一段。</p>";

    [Theory]
    [InlineData(Link + Body, FactSource.HeadLink, FactSource.HeadLink, FactSource.Address, FactSource.None)]
    [InlineData("---\ntitle: 标题\nfrom: https://one.example/1\nauthor: 张三\n---\n" + Body, FactSource.FrontMatter, FactSource.FrontMatter, FactSource.Address, FactSource.FrontMatter)]
    [InlineData("---\nauthor: 德国之声\n---\n" + Link + Body, FactSource.HeadLink, FactSource.HeadLink, FactSource.FrontMatter, FactSource.None)]
    [InlineData("<h1>标题</h1>" + Body + "<p>作者：李四</p>", FactSource.Text, FactSource.None, FactSource.None, FactSource.Text)]
    [InlineData("<html><head><title>标题</title></head><body>" + Body + "</body></html>", FactSource.PageTitle, FactSource.None, FactSource.None, FactSource.None)]
    [InlineData(Body, FactSource.FileName, FactSource.None, FactSource.None, FactSource.None)]
    public void Parse_File_SaysWhereItsFactsAreFrom(string text, FactSource title, FactSource url, FactSource outlet, FactSource author)
    {
        Article article = Texts.Article(text, "文章.md");

        Assert.Equal(new ArticleEvidence(title, url, outlet, author), article.Evidence);
        Assert.Equal(title == FactSource.FileName ? "文章" : "标题", article.Title);
    }

    [Fact]
    public void Unpack_EverySource_IsWhatWasPacked()
    {
        foreach (FactSource source in Enum.GetValues<FactSource>())
        {
            var evidence = new ArticleEvidence(source, FactSource.None, FactSource.Address, source);

            Assert.Equal(evidence, ArticleEvidence.Unpack(evidence.Packed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("----")]
    public void Unpack_WhatNobodyKnows_SaysNothing(string packed) => Assert.Equal(default, ArticleEvidence.Unpack(packed));
}
