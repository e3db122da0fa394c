using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("林芳正", "Text 林芳正")]
    [InlineData("  北约　日本\t ", "Text 北约|Text 日本")]
    [InlineData("\"2加2\" 会谈", "Text \"2加2\"|Text 会谈")]
    [InlineData("“日本 外相”", "Text \"日本 外相\"")]
    [InlineData("「北約」『東京』", "Text \"北約\"|Text \"東京\"")]
    [InlineData("北约 -日本", "Text 北约|-Text 日本")]
    [InlineData("－“日本”", "-Text \"日本\"")]
    [InlineData("title:北约", "Title 北约")]
    [InlineData("TITLE:\"北约 东京\"", "Title \"北约 东京\"")]
    [InlineData("-outlet:dw author：林", "-Outlet dw|Author 林")]
    [InlineData("北约\"东京\"", "Text 北约|Text \"东京\"")]
    [InlineData("北约 - 日本", "Text 北约|Text -|Text 日本")]
    [InlineData("COVID-19", "Text COVID-19")]
    [InlineData("\"\"", "")]
    [InlineData("", "")]
    public void Parse_Query_GivesParts(string query, string expected)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(expected, string.Join('|', parsed.Parts.Select(Show)));
        Assert.Empty(parsed.Notices);
    }

    [Theory]
    [InlineData("\"北约 日本", "Text 北约|Text 日本")]
    [InlineData("北约 OR 日本", "Text 北约|Text OR|Text 日本")]
    [InlineData("date:2023", "Text date:2023")]
    [InlineData("斯托*", "Text 斯托*")]
    public void Parse_UnknownSyntax_IsTextWithNotice(string query, string expected)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(expected, string.Join('|', parsed.Parts.Select(Show)));
        Assert.Single(parsed.Notices);
    }

    [Theory]
    [InlineData("title:")]
    [InlineData("https://www.dw.example/a")]
    [InlineData("12:30")]
    public void Parse_ColonThatIsNoField_IsText(string query)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal([new QueryPart(QueryField.Text, query, IsQuoted: false, IsExcluded: false)], parsed.Parts);
        Assert.Empty(parsed.Notices);
    }

    [Fact]
    public void Parse_TooLongOrTooManyParts_CutsWithNotice()
    {
        ParsedQuery tooLong = QueryParser.Parse(new string('长', SearchRequest.MaxQueryLength + 1));
        ParsedQuery tooMany = QueryParser.Parse(string.Join(' ', Enumerable.Repeat("北约", QueryParser.MaxParts + 1)));

        Assert.Equal(SearchRequest.MaxQueryLength, tooLong.Parts.Single().Text.Length);
        Assert.Single(tooLong.Notices);
        Assert.Equal(QueryParser.MaxParts, tooMany.Parts.Count);
        Assert.Single(tooMany.Notices);
    }

    [Fact]
    public void Parse_RandomText_NeverFails()
    {
        const int seed = 20241120;
        const string alphabet = "北约林芳正ab1 \t\n\"“”「」『』-－:：()*~|titleoutlet\uD83D\uDE00\uD800\0";
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++)
        {
            string query = string.Create(random.Next(40), random, (text, source) =>
            {
                for (int index = 0; index < text.Length; index++)
                {
                    text[index] = alphabet[source.Next(alphabet.Length)];
                }
            });

            ParsedQuery parsed = QueryParser.Parse(query);

            Assert.All(parsed.Parts, part => Assert.True(part.Text.Length > 0, $"seed {seed}, round {round}: empty part of '{query}'"));
        }
    }

    private static string Show(QueryPart part)
    {
        string text = part.IsQuoted ? $"\"{part.Text}\"" : part.Text;
        return $"{(part.IsExcluded ? "-" : string.Empty)}{part.Field} {text}";
    }
}
