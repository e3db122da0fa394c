using System.Globalization;

namespace SearchIndex.News.Tests.Ingest;

/// <summary>Pages made to choke a parser: each must end, with its text whole and in order.</summary>
public sealed class NestingGuardTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<p>")]
    [InlineData("<b>")]
    [InlineData("<span>")]
    [InlineData("<div><p>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table>")]
    [InlineData("<a href=x><p>")]
    [InlineData("<b><i></b>")]
    [InlineData("<b><div></b>")]
    [InlineData("<h1>")]
    [InlineData("<section><blockquote>")]
    [InlineData("<svg>")]
    [InlineData("<math><mi>")]
    [InlineData("<button>")]
    [InlineData("<template>")]
    [InlineData("<select><option>")]
    [InlineData("<span><div></span>")]
    [InlineData("<div><table><td></div>")]
    [InlineData("<form>")]
    [InlineData("<ruby><rt>")]
    [InlineData("<object>")]
    [InlineData("<unknown>")]
    [InlineData("</p>")]
    [InlineData("</div></b>")]
    [InlineData("<!-- ")]
    [InlineData("<![CDATA[")]
    [InlineData("<")]
    [InlineData("&")]
    public void Extract_TagRepeatedWithoutEnd_Ends(string tag)
    {
        string html = "<p>开头</p>" + Texts.Repeat(tag, Many / tag.Length) + "结尾";

        IReadOnlyList<string> paragraphs = Texts.RawParagraphs(html);

        Assert.Equal("开头", paragraphs[0]);
    }

    [Fact]
    public void Extract_DeepNestingWithTextAtEachLevel_KeepsAllTextInOrder()
    {
        const int Depth = 5000;

        IReadOnlyList<string> paragraphs = Texts.RawParagraphs(Numbered(Depth, "<div>下{0}") + Numbered(Depth, "</div>上{0}"));

        Assert.Equal((Numbered(Depth, "下{0}\n") + Numbered(Depth, "上{0}\n")).TrimEnd(), string.Join('\n', paragraphs));
    }

    [Fact]
    public void Extract_DeepInlineNesting_DoesNotSplitTheText()
    {
        string html = "<p>" + Texts.Repeat("<span>字", 3000) + Texts.Repeat("</span>尾", 3000) + "</p>";

        Assert.Equal([Texts.Repeat("字", 3000) + Texts.Repeat("尾", 3000)], Texts.RawParagraphs(html));
    }

    [Fact]
    public void Extract_UnclosedFormattingWithDifferentAttributes_IsNotMultiplied()
    {
        string html = Numbered(20_000, "<b id={0}><p>段");

        IReadOnlyList<string> paragraphs = Texts.RawParagraphs(html);

        Assert.Equal(20_000, paragraphs.Count);
        Assert.All(paragraphs, paragraph => Assert.Equal("段", paragraph));
    }

    [Fact]
    public void Extract_TagWithManyAttributes_Ends()
    {
        Assert.Equal(["字"], Texts.RawParagraphs($"<div{Numbered(30_000, " a{0}=1 class=c{0}")}>字</div>"));
    }

    [Fact]
    public void Extract_LongBody_KeepsEveryParagraph()
    {
        string html = Texts.Repeat("<div class=\"x\"><p>一段<a href=\"https://news.example/\">文字</a>。</p></div>\n", 6000);

        Assert.Equal(6000, Texts.RawParagraphs(html).Count(paragraph => paragraph == "一段文字。"));
    }

    [Fact]
    public void Extract_ManyParagraphsWithoutEndTags_KeepTheirClassesAndBorders()
    {
        string html = Texts.Repeat("<p>段<span>落", 1000) + "<div class=share>传</div>";

        IReadOnlyList<string> paragraphs = Texts.RawParagraphs(html);

        Assert.Equal(1000, paragraphs.Count(paragraph => paragraph == "段落"));
    }

    private static string Numbered(int count, string format) =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, format, i)));
}
