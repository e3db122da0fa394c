using System.Globalization;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class PublishedDateFinderTests
{
    private const string Stamp = "<div><i><br>2021-01-01T01:02:03.004Z</i></div>";
    private const string Dated = "---\ntitle: 题\ndate: 2022-02-02T00:00:00Z\n---\n";
    private const string Epoch = "<!--1704067200000-->\n";
    private const string Local = "<div>05/05/2025 - 13:42</div>";
    private const string Name = "2026-06-06-题.md";

    [Theory]
    [InlineData(Dated, Epoch, Stamp, Local, Name, PublishedEvidence.BodyStamp, 2021)]
    [InlineData(Dated, Epoch, "", Local, Name, PublishedEvidence.FrontMatter, 2022)]
    [InlineData("", Epoch, "", Local, Name, PublishedEvidence.EpochComment, 2024)]
    [InlineData("", "<!--NaN-->\n", "", Local, Name, PublishedEvidence.LocalForm, 2025)]
    [InlineData("", "", "", "", Name, PublishedEvidence.FileName, 2026)]
    [InlineData("", "", "", "", "题.md", PublishedEvidence.None, 0)]
    public void Find_SeveralDates_TakesTheStrongest(
        string frontMatter, string epoch, string stamp, string local, string name, PublishedEvidence evidence, int year)
    {
        Article article = Texts.Article(frontMatter + epoch + local + stamp + "<p>正文</p>", name);

        Assert.Equal(evidence, article.PublishedEvidence);
        Assert.Equal(year, article.Published?.Year ?? 0);
        Assert.Equal(["正文"], article.Paragraphs);
    }

    [Theory]
    [InlineData("2024-03-25-题.md", "2024-03-25")]
    [InlineData("20240325-题.md", "2024-03-25")]
    [InlineData("题_20240325.txt", "2024-03-25")]
    [InlineData("题 2024_3_5.txt", "2024-03-05")]
    [InlineData("2024年3月5日题.txt", "2024-03-05")]
    [InlineData("2024-13-45-2024-03-05.md", "2024-03-05")]
    [InlineData("a/2020-01-01/2024-03-05.md", "2024-03-05")]
    public void Find_DateInTheName_IsMidnight(string name, string expected)
    {
        Article article = Texts.Article("<p>正文</p>", name);

        Assert.Equal(PublishedEvidence.FileName, article.PublishedEvidence);
        Assert.Equal(expected + "T00:00:00", article.Published?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("000_5cdd697c33d7785c.txt")]
    [InlineData("a20240325b.md")]
    [InlineData("120240325.md")]
    [InlineData("2024-03.md")]
    [InlineData("2024-02-30.md")]
    public void Find_DigitsThatAreNoDate_AreNone(string name)
    {
        Assert.Equal(PublishedEvidence.None, Texts.Article("<p>正文</p>", name).PublishedEvidence);
    }

    [Fact]
    public void Find_StampDeepInTheBody_IsText()
    {
        Article article = Texts.Article(Texts.Repeat("<p>段</p><p>落</p>", 4) + "<p>2021-01-01T01:02:03Z</p>", "题.md");

        Assert.Null(article.Published);
        Assert.Contains("2021-01-01T01:02:03Z", article.Paragraphs);
    }

    [Fact]
    public void Find_BrokenDateInFrontMatter_FallsThrough()
    {
        Article article = Texts.Article("---\ntitle: 题\ndate: 不久前\n---\n<!--1704067200000-->\n<p>正文</p>");

        Assert.Equal(PublishedEvidence.EpochComment, article.PublishedEvidence);
    }
}
