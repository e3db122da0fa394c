using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("甲乙", "甲乙")]
    [InlineData("a b", "a b")]
    [InlineData(" a  b ", "a b")]
    [InlineData("a \u3000 b", "a \u3000 b")]
    [InlineData("\u3000甲\u3000乙\u3000", "甲\u3000乙")]
    [InlineData(" \u3000 甲 \u3000 ", "甲")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("a\u00A0\u2003b", "a b")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("\u200Ba\uFEFF \u200B b", "a b")]
    [InlineData("a\u0001\u007F\u0090b", "ab")]
    [InlineData("😀 a", "😀 a")]
    [InlineData("\u200B", "")]
    [InlineData("\u3000", "")]
    public void Clean_Text_FollowsTheRules(string text, string expected)
    {
        Assert.Equal(expected, TextCleaner.Clean(text));
        Assert.Equal(expected, TextCleaner.Clean(expected));
    }

    [Fact]
    public void Append_Pieces_CollapseBlanksAcrossTheirBorders()
    {
        var builder = new ParagraphBuilder();
        builder.Append("甲 ");
        builder.Append("\n");
        builder.Append(" 乙");
        builder.Append("丙 ");

        Assert.Equal("甲 乙丙", builder.Take());
        Assert.True(builder.IsEmpty);
        Assert.Equal(string.Empty, builder.Take());
    }
}
