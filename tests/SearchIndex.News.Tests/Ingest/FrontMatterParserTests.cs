using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class FrontMatterParserTests
{
    [Theory]
    [InlineData("title: 题")]
    [InlineData("title: \"题\"")]
    [InlineData("title: '题'")]
    [InlineData("Title:   题  ")]
    [InlineData("title: >\n  题\n")]
    [InlineData("title: \"题\n\"")]
    [InlineData("nested: {a: [b, {c: d}]}\ntitle: 题\nlist:\n  - [x, y]")]
    [InlineData("? [complex, key]\n: x\ntitle: 题")]
    [InlineData("title: 题\ndate: @broken")]
    public void Parse_WaysToWriteATitle_GiveTheSame(string block)
    {
        Assert.Equal("题", FrontMatterParser.Parse(block)?.Title);
    }

    [Theory]
    [InlineData("title: \"他说\"好\"了\"", "他说\"好\"了")]
    [InlineData("title: \"他说\\\"好\\\"了\"", "他说\"好\"了")]
    [InlineData("title: 一题: 又一题", "一题: 又一题")]
    [InlineData("title: [生活] 题", "[生活] 题")]
    [InlineData("title: \"半开的题", "半开的题")]
    [InlineData("title: \"两行\n的\"题\"", "两行 的\"题")]
    [InlineData("title: %题", "%题")]
    [InlineData("title: `题`", "`题`")]
    public void Parse_BrokenYaml_IsReadLineByLine(string title, string expected)
    {
        FrontMatter? frontMatter =
            FrontMatterParser.Parse(title + "\nfrom: https://news.example/a: b\ntags: [ 甲, \"乙\" ]\ncategories:\n- 丙\n- 丁\n");

        Assert.Equal(expected, frontMatter?.Title);
        Assert.Equal(["甲", "乙"], frontMatter?.Tags);
        Assert.Equal(["丙", "丁"], frontMatter?.Categories);
    }

    [Fact]
    public void Parse_NullAndEmptyValues_AreNone()
    {
        FrontMatter? frontMatter = FrontMatterParser.Parse("title:\nauthor: ~\ndate: null\nfrom: ''\ntags: []\n");

        Assert.NotNull(frontMatter);
        Assert.Null(frontMatter.Title);
        Assert.Null(frontMatter.Author);
        Assert.Null(frontMatter.Date);
        Assert.Null(frontMatter.From);
        Assert.Empty(frontMatter.Tags);
    }

    [Theory]
    [InlineData("一段文字。")]
    [InlineData("备注: 没有已知的键")]
    [InlineData("- 甲\n- 乙")]
    [InlineData("")]
    public void Parse_BlockWithoutKnownKeys_IsNoFrontMatter(string block)
    {
        Assert.Null(FrontMatterParser.Parse(block));
    }

    [Fact]
    public void Parse_AliasesThatWouldGrow_AreNotFollowed()
    {
        string bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntags: [*c, *c, 甲]\ntitle: 题";

        FrontMatter? frontMatter = FrontMatterParser.Parse(bomb);

        Assert.Equal("题", frontMatter?.Title);
        Assert.Equal(["甲"], frontMatter?.Tags);
    }

    [Fact]
    public void Parse_DeepNesting_Ends()
    {
        FrontMatter? frontMatter = FrontMatterParser.Parse("title: 题\nx: " + Texts.Repeat("[", 50_000));

        Assert.Equal("题", frontMatter?.Title);
    }

    [Fact]
    public void Parse_ManyLinesInAnOpenQuote_Ends()
    {
        FrontMatter? frontMatter = FrontMatterParser.Parse("title: \"题\n" + Texts.Repeat("行\n", 100_000));

        Assert.StartsWith("题", frontMatter?.Title, StringComparison.Ordinal);
    }
}
