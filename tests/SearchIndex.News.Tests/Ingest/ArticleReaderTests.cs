using SearchIndex.News.Ingest;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Ingest;

public sealed class ArticleReaderTests
{
    private const string Url = "https://news.example/a";

    [Fact]
    public void Read_Copies_TakesTheNewestAndKeepsAllSources()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "1.md", "2024-01-01T00:00:00Z", "旧");
        Write(folder, "2.md", "2024-03-01T00:00:00Z", "新");
        Write(folder, "3.md", "2024-02-01T00:00:00Z", "中");

        ArticleReading reading = Read(folder);

        Assert.Equal(["新"], reading.Article?.Paragraphs);
        Assert.Equal(2, reading.Copies);
        Assert.Equal(["2.md", "3.md", "1.md"], reading.Article?.Sources);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Read_CopiesOfOneDate_TakesTheLongerThenTheFirst()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "1.md", "2024-01-01T00:00:00Z", "短文");
        Write(folder, "2.md", "2024-01-01T00:00:00Z", "较长的文");
        Write(folder, "3.md", "2024-01-01T00:00:00Z", "较长之文");

        ArticleReading reading = Read(folder);

        Assert.Equal(["2.md", "3.md", "1.md"], reading.Article?.Sources);
    }

    [Fact]
    public void Read_CopyWithoutDate_LosesToOneWith()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.md", $"[题]({Url})\n------\n<p>没有日期而很长的正文</p>");
        Write(folder, "2.md", "1999-01-01T00:00:00Z", "有");

        Assert.Equal(["2.md", "1.md"], Read(folder).Article?.Sources);
    }

    [Fact]
    public void Read_CopyWithAProblem_IsReportedAndTheOthersServe()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "1.md", "2024-01-01T00:00:00Z", "好");
        File.WriteAllBytes(folder.At("2.md"), [.. "[题](https://news.example/a)\n------\n"u8, 0xE4, 0x20]);

        ArticleReading reading = Read(folder);

        Assert.Equal(["1.md"], reading.Article?.Sources);
        Assert.Equal(0, reading.Copies);
        ArticleProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(("2.md", ArticleProblemKind.NotUtf8), (problem.Path, problem.Kind));
    }

    [Fact]
    public void Read_Group_GivesTheIdOfItsIdentity()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "1.md", "2024-01-01T00:00:00Z", "文");

        string? id = Read(folder).Article?.Id;

        Assert.Matches("^[0-9a-f]{16}$", id);
        Assert.Equal(id, ArticleReader.ReadFile(SourceFolder.Enumerate([folder.Path], default).Single()).Article?.Id);
        Assert.Equal(ArticleId.Of(Url), id);
    }

    [Theory]
    [InlineData("", ArticleProblemKind.Empty)]
    [InlineData(" \n\t", ArticleProblemKind.Empty)]
    [InlineData("<p> </p>", ArticleProblemKind.NoContent)]
    [InlineData("---\ndate: 2024-01-01\n---\n<script>x</script>", ArticleProblemKind.NoContent)]
    [InlineData("<!--1700000000000-->\n------\n", ArticleProblemKind.NoContent)]
    [InlineData("\0\u0001\u0002", ArticleProblemKind.Binary)]
    public void ReadFile_FileThatIsNoArticle_IsAProblem(string text, ArticleProblemKind kind)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/x.md", text);

        ArticleReading reading = ArticleReader.ReadFile(SourceFolder.Enumerate([folder.Path], default).Single());

        Assert.Null(reading.Article);
        ArticleProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(("a/x.md", kind), (problem.Path, problem.Kind));
        Assert.NotEmpty(problem.Reason);
    }

    [Fact]
    public void ReadFile_FileThatIsGone_IsUnreadable()
    {
        Assert.Equal(ArticleProblemKind.Unreadable, Assert.Single(ArticleReader.ReadFile(Texts.File("gone.md")).Problems).Kind);
    }

    [Fact]
    public void ReadFile_FileBeyondTheLimit_IsTooLarge()
    {
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder.At("large.txt")))
        {
            stream.SetLength(ArticleReader.MaxFileBytes + 1);
        }

        ArticleReading reading = ArticleReader.ReadFile(SourceFolder.Enumerate([folder.Path], default).Single());

        Assert.Equal(ArticleProblemKind.TooLarge, Assert.Single(reading.Problems).Kind);
    }

    [Theory]
    [InlineData("---\ntitle: 头题\n---\n[链题](https://news.example/a)\n------\n<h1>体题</h1><p>文</p>", "头题")]
    [InlineData("---\ntitle:\n---\n[链题](https://news.example/a)\n------\n<h1>体题</h1><p>文</p>", "链题")]
    [InlineData("<p>先文</p><h2>体题</h2><p>文</p>", "体题")]
    [InlineData("<html><head><title>页题</title></head><body><p>文</p></body></html>", "页题")]
    [InlineData("<p>文</p>", "名 题")]
    [InlineData("---\ntitle: \"甲 &amp; &amp;#22338;\"\n---\n文", "甲 & 坂")]
    [InlineData("---\ntitle: \"  甲\n  乙\n\"\n---\n文", "甲 乙")]
    public void Parse_Title_ComesFromTheFirstPlaceThatHasOne(string text, string title)
    {
        Assert.Equal(title, Texts.Article(text, "a/2024-01-01-名 题.md").Title);
    }

    [Fact]
    public void Parse_ArticleWithoutUrl_IsIdentifiedByItsPath()
    {
        Article article = Texts.Article("<p>文</p>", "a/b.md");

        Assert.Null(article.Url);
        Assert.Equal(ArticleId.Of("a/b.md"), article.Id);
        Assert.Equal(["a/b.md"], article.Sources);
    }

    [Fact]
    public void Parse_FrontMatter_GivesTagsAndCategories()
    {
        Article article = Texts.Article("---\ntitle: 题\ntags: [甲, 乙]\ncategories: [ 法广 ]\n---\n文");

        Assert.Equal(["甲", "乙"], article.Tags);
        Assert.Equal(["法广"], article.Categories);
        Assert.Equal("rfi", article.Outlet.Id);
    }

    private static void Write(TemporaryFolder folder, string name, string date, string text) =>
        folder.Write(name, $"---\ntitle: 题\ndate: {date}\nfrom: {Url}\n---\n<p>{text}</p>");

    private static ArticleReading Read(TemporaryFolder folder) =>
        ArticleReader.Read(Assert.Single(ArticleSurvey.Run([.. SourceFolder.Enumerate([folder.Path], default)], 1, default)));
}
