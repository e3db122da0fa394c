using SearchIndex.News.Query;
using SearchIndex.News.Query.Language;

namespace SearchIndex.News.Tests.Query.Language;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\"\"", "")]
    [InlineData("()", "")]
    [InlineData("林芳正", "林芳正")]
    [InlineData("  北约　日本\t ", "北约 日本")]
    [InlineData("北约 AND 日本", "北约 日本")]
    [InlineData("北约 && 日本", "北约 日本")]
    [InlineData("北约 OR 日本", "北约 OR 日本")]
    [InlineData("北约|日本", "北约 OR 日本")]
    [InlineData("北约 ｜ 日本", "北约 OR 日本")]
    [InlineData("北约 || 日本", "北约 OR 日本")]
    [InlineData("北约 日本 OR 东京", "北约 日本 OR 东京")]
    [InlineData("北约 (日本 OR 东京)", "北约 (日本 OR 东京)")]
    [InlineData("（北约 OR 日本） 东京", "(北约 OR 日本) 东京")]
    [InlineData("((北约)) (日本 (东京))", "北约 日本 东京")]
    [InlineData("-北约", "-北约")]
    [InlineData("NOT 北约", "-北约")]
    [InlineData("NOT -北约", "北约")]
    [InlineData("-(北约 日本)", "-(北约 日本)")]
    [InlineData("－“日本”", "-\"日本\"")]
    [InlineData("北约 - 日本", "北约 \\- 日本")]
    [InlineData("COVID-19", "COVID-19")]
    [InlineData("张三(记者)", "张三\\(记者\\)")]
    [InlineData("(张三(记者))", "张三\\(记者\\)")]
    public void Parse_Operators_GiveGroups(string query, string canonical) => AssertParsed(query, canonical);

    [Theory]
    [InlineData("\"2加2\" 会谈", "\"2加2\" 会谈")]
    [InlineData("“日本 外相”", "\"日本 外相\"")]
    [InlineData("＂日本＂ ‘外相’ „东京“", "\"日本\" \"外相\" \"东京\"")]
    [InlineData("「北約」『東京』﹁大阪﹂", "\"北約\" \"東京\" \"大阪\"")]
    [InlineData("“日本\" 外相", "\"日本\" 外相")]
    [InlineData("电影《流浪地球》票房", "电影 《流浪地球》 票房")]
    [InlineData("北约\"东京\"", "北约 \"东京\"")]
    [InlineData("\"a \\\"b\\\" c\"", "\"a \\\"b\\\" c\"")]
    [InlineData("斯托*", "斯托*")]
    [InlineData("Stolten＊＊", "Stolten*")]
    [InlineData("\"NATO Stol\"*", "\"NATO Stol\"*")]
    [InlineData("=“特朗普”", "=特朗普")]
    [InlineData("＝特朗普", "=特朗普")]
    [InlineData("=\"A B\"", "=\"A B\"")]
    [InlineData("林?正 “林？正”", "林?正 \"林？正\"")]
    [InlineData("\"日本 北约\"~10", "\"日本 北约\"~10")]
    [InlineData("“日本　北约”～＞５", "\"日本 北约\"~>5")]
    public void Parse_Quotes_GiveTexts(string query, string canonical) => AssertParsed(query, canonical);

    [Theory]
    [InlineData("title:北约", "title:北约")]
    [InlineData("TITLE:\"北约 东京\"", "title:\"北约 东京\"")]
    [InlineData("ｔｉｔｌｅ：北约", "title:北约")]
    [InlineData("title: 北约 日本", "title:北约 日本")]
    [InlineData("title:(北约 OR body:日本)", "title:北约 OR body:日本")]
    [InlineData("title:(北约 日本)", "title:北约 title:日本")]
    [InlineData("-outlet:dw author：林", "-outlet:dw author:林")]
    [InlineData("outlet:(dw|“德国之声”)", "outlet:dw OR outlet:德国之声")]
    [InlineData("url:https://www.dw.example/a?b=(c)|d", "url:https://www.dw.example/a?b=\\(c\\)\\|d")]
    [InlineData("script:繁體", "script:繁體")]
    [InlineData("date:2023-05", "date:2023-05")]
    [InlineData("date:2023年5月", "date:2023年5月")]
    [InlineData("date:>2024 date:..2025", "date:>2024 date:..2025")]
    public void Parse_Fields_GiveConditions(string query, string canonical) => AssertParsed(query, canonical);

    [Theory]
    [InlineData("title:", "title\\:")]
    [InlineData("https://www.dw.example/a", "https://www.dw.example/a")]
    [InlineData("12:30", "12:30")]
    [InlineData("title\\:北约", "title\\:北约")]
    [InlineData("\\OR \\-a \\(b\\)", "\\OR \\-a \\(b\\)")]
    public void Parse_WhatOnlyLooksLikeAnOperator_IsText(string query, string canonical) => AssertParsed(query, canonical);

    [Theory]
    [InlineData("\"北约 日本", "北约 日本", "引号 \" 没有配对")]
    [InlineData("(北约 日本", "北约 日本", "括号没有配对")]
    [InlineData("北约) 日本", "北约\\) 日本", null)]
    [InlineData(") 日本", "日本", "括号没有配对")]
    [InlineData("OR 北约", "\\OR 北约", "“OR” 在这里不是运算符")]
    [InlineData("北约 AND", "北约 \\AND", "“AND” 在这里不是运算符")]
    [InlineData("北约 NOT", "北约 \\NOT", "“NOT” 在这里不是运算符")]
    [InlineData("北约 |", "北约", "“|” 两边要有内容")]
    [InlineData("foo:北约", "foo:北约", "没有“foo:”这个字段")]
    [InlineData("date:昨天", "date\\:昨天", "不能用于 date:")]
    [InlineData("script:latin", "script\\:latin", "不能用于 script:")]
    [InlineData("\"日本\"~3", "\"日本\"", "只有一段文字")]
    [InlineData("\"日本 北约\"~", "\"日本 北约\"", "没有数字")]
    [InlineData("\"日本 北约\"~99999999999", "\"日本 北约\"~1000", "距离最大为 1000")]
    [InlineData("林*正", "林*正", "中的 *")]
    public void Parse_WhatIsNotUnderstood_IsTextWithNotice(string query, string canonical, string? notice)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(canonical, parsed.Root.ToString());
        Assert.Equal(notice is null ? 0 : 1, parsed.Notices.Count);
        Assert.All(parsed.Notices, given => Assert.Contains(notice!, given, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("date:2023-05", "2023-05-01", "2023-06-01")]
    [InlineData("date:2023-05-01..2023-06-15", "2023-05-01", "2023-06-16")]
    [InlineData("date:2023..2024", "2023-01-01", "2025-01-01")]
    [InlineData("date:2023年5月", "2023-05-01", "2023-06-01")]
    [InlineData("date:２０２３年５月１日", "2023-05-01", "2023-05-02")]
    [InlineData("date:>2024", "2025-01-01", null)]
    [InlineData("date:>=2024-03", "2024-03-01", null)]
    [InlineData("date:<2024", null, "2024-01-01")]
    [InlineData("date:<=2024", null, "2025-01-01")]
    [InlineData("date:2023..", "2023-01-01", null)]
    [InlineData("date:..2023", null, "2024-01-01")]
    public void Parse_Date_SpansIt(string query, string? from, string? to)
    {
        DateNode date = Assert.IsType<DateNode>(QueryParser.Parse(query).Root);

        Assert.Equal((from, to), (date.From?.ToString("yyyy-MM-dd"), date.To?.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void Parse_BeyondLimits_CutsWithNotice()
    {
        ParsedQuery tooLong = QueryParser.Parse(new string('长', SearchRequest.MaxQueryLength + 1));
        ParsedQuery tooMany = QueryParser.Parse(string.Join(' ', Enumerable.Repeat("北约", QueryLimits.Default.Parts + 1)));
        ParsedQuery tooDeep = QueryParser.Parse(new string('(', 50) + "北约 OR " + new string('(', 900) + "日本" + new string(')', 940) + " 东京");

        Assert.Equal(SearchRequest.MaxQueryLength, Assert.IsType<TextNode>(tooLong.Root).Text.Length);
        Assert.Single(tooLong.Notices);
        Assert.Equal(QueryLimits.Default.Parts, Assert.IsType<AndNode>(tooMany.Root).Parts.Count);
        Assert.Single(tooMany.Notices);
        Assert.Equal("(北约 OR 日本) 东京", tooDeep.Root.ToString());
        Assert.Equal(2, tooDeep.Notices.Count);
    }

    [Fact]
    public void Equals_SameMeaning_IsEqual()
    {
        Assert.Equal(QueryParser.Parse("a|(b c)").Root, QueryParser.Parse("a OR b AND c").Root);
        Assert.Equal(QueryParser.Parse("\"a b\"~3").Root.GetHashCode(), QueryParser.Parse("“a  b”~3").Root.GetHashCode());
        Assert.NotEqual(QueryParser.Parse("a b").Root, QueryParser.Parse("a OR b").Root);
        Assert.NotEqual(QueryParser.Parse("\"a b\"~3").Root, QueryParser.Parse("\"a b\"~>3").Root);
    }

    private static void AssertParsed(string query, string canonical)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(canonical, parsed.Root.ToString());
        Assert.Empty(parsed.Notices);
        Assert.Equal(parsed.Root, QueryParser.Parse(canonical).Root);
    }
}
