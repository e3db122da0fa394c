using SearchIndex.News.Inbox;
using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Inbox;

public sealed class ArticleFileTests
{
    private const string Url = "https://news.example/a/1";

    [Fact]
    public void Create_EverythingGiven_IsReadBackTheSame()
    {
        Article article = Read(new GivenArticle
        {
            Url = Url,
            Title = "引号“\"”与反斜线\\：冒号",
            Text = "第一段 a < b & c > d。\r\n\n---甲\n<p>不是标记</p>\n[链接](https://other.example/)",
            Published = "2024-03-25T12:45:03+08:00",
            Author = "罗维",
            Outlet = "dw",
            Tags = ["政治", "a: b", "- c"],
        });

        Assert.Equal(Url, article.Url);
        Assert.Equal("引号“\"”与反斜线\\：冒号", article.Title);
        Assert.Equal(["第一段 a < b & c > d。", "---甲", "<p>不是标记</p>", "[链接](https://other.example/)"], article.Paragraphs);
        Assert.Equal(new DateTimeOffset(2024, 3, 25, 4, 45, 3, TimeSpan.Zero), article.Published);
        Assert.Equal(PublishedEvidence.FrontMatter, article.PublishedEvidence);
        Assert.Equal(("罗维", "dw"), (article.Author, article.Outlet.Id));
        Assert.Equal(["政治", "a: b", "- c"], article.Tags);
    }

    [Fact]
    public void Create_HtmlThatLooksLikeAHead_IsBody()
    {
        Article article = Read(new GivenArticle { Url = Url, Title = "标题", Html = "---\nfrom: https://evil.example/\n---\n<!--1-->\n<p>正文。</p><script>alert(1)</script>" });

        Assert.Equal(Url, article.Url);
        Assert.Null(article.Published);
        Assert.Contains("正文。", article.Paragraphs);
        Assert.DoesNotContain(article.Paragraphs, paragraph => paragraph.Contains("alert", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("标题\n---\nfrom: https://evil.example/")]
    [InlineData("\"\nfrom: https://evil.example/\n\"")]
    [InlineData("\\\"\nfrom: \"https://evil.example/")]
    [InlineData("标题\u2028from: https://evil.example/")]
    public void Create_TitleWithMoreLines_StaysOneTitle(string title)
    {
        Article article = Read(new GivenArticle { Url = Url, Title = title, Text = "正文。" });

        Assert.Equal(Url, article.Url);
        Assert.Contains("evil", article.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_SameAddressInOtherForms_IsTheSameArticle() =>
        Assert.Equal(FileOf(new GivenArticle { Url = Url, Title = "一", Text = "一。" }).Id, FileOf(new GivenArticle { Url = Url + "?utm_source=x#top", Title = "二", Text = "二。" }).Id);

    [Theory]
    [InlineData("", "标题", "正文", null, null, "url")]
    [InlineData("ftp://news.example/1", "标题", "正文", null, null, "url")]
    [InlineData("javascript:alert(1)", "标题", "正文", null, null, "url")]
    [InlineData(Url, " \u200b ", "正文", null, null, "title")]
    [InlineData(Url, "标题", " ", null, null, "html")]
    [InlineData(Url, "标题", "正文", "昨天", null, "published")]
    [InlineData(Url, "标题", "正文", "3024-01-01", null, "published")]
    [InlineData(Url, "标题", "正文", null, "没有这个媒体", "outlet")]
    [InlineData(Url, "标题", "\u0001\u0002\u0003\u0004\u0005\u0006", null, null, "html")]
    public void Create_WrongValues_AreRefused(string url, string title, string text, string? published, string? outlet, string member)
    {
        var given = new GivenArticle { Url = url, Title = title, Text = text, Published = published, Outlet = outlet };

        Assert.Null(ArticleFile.Create(given, out GivenArticleProblem? problem));
        Assert.Equal(member, problem!.Member);
    }

    [Fact]
    public void Create_BothBodiesOrTooMuch_IsRefused()
    {
        var both = new GivenArticle { Url = Url, Title = "标题", Text = "正文", Html = "<p>正文</p>" };
        var longTitle = new GivenArticle { Url = Url, Title = new string('长', ArticleFile.MaxTitleLength + 1), Text = "正文" };
        var manyTags = new GivenArticle { Url = Url, Title = "标题", Text = "正文", Tags = [.. Enumerable.Repeat("标签", ArticleFile.MaxTags + 1)] };

        Assert.Equal(["html", "title", "tags"], new[] { both, longTitle, manyTags }.Select(given =>
        {
            ArticleFile.Create(given, out GivenArticleProblem? problem);
            return problem!.Member;
        }));
    }

    [Fact]
    public void Inbox_PutAndDelete_KeepsWholeFilesOnly()
    {
        using var folder = new TemporaryFolder();
        var inbox = new ArticleInbox(folder.At("inbox"));
        ArticleFile file = FileOf(new GivenArticle { Url = Url, Title = "标题", Text = "正文。" });

        inbox.Put([file, file]);
        string[] kept = Directory.GetFiles(folder.At("inbox"));
        bool deleted = inbox.Delete(file.Id);

        Assert.Equal([folder.At("inbox", file.Id + ".md")], kept);
        Assert.True(deleted);
        Assert.False(inbox.Delete(file.Id));
        Assert.False(inbox.Delete("../articles/a"));
        Assert.Empty(Directory.GetFiles(folder.At("inbox")));
    }

    private static ArticleFile FileOf(GivenArticle given)
    {
        ArticleFile? file = ArticleFile.Create(given, out GivenArticleProblem? problem);
        Assert.True(file is not null, problem?.ToString());
        return file;
    }

    private static Article Read(GivenArticle given)
    {
        using var folder = new TemporaryFolder();
        ArticleFile file = FileOf(given);
        new ArticleInbox(folder.Path).Put([file]);
        SourceFile source = SourceFolder.Enumerate([folder.Path], CancellationToken.None).Single();
        Article? article = ArticleReader.ReadFile(source).Article;
        Assert.Equal(file.Id, article?.Id);
        return article!;
    }
}
