using System.Text;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class TextDecoderTests
{
    [Theory]
    [InlineData("文字")]
    [InlineData("plain")]
    [InlineData("\uFEFF文字")]
    [InlineData("文\t字\r\n\f")]
    public void Decode_Utf8_GivesTheTextWithoutMark(string text)
    {
        Assert.Equal(text.TrimStart('\uFEFF'), TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Fact]
    public void Decode_AStrayControlCharacter_IsStillText()
    {
        string text = Texts.Repeat("很长的文字", 20) + "\0";

        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Theory]
    [InlineData("", ArticleProblemKind.Empty)]
    [InlineData("EFBBBF", ArticleProblemKind.Empty)]
    [InlineData("20090A0DE38080", ArticleProblemKind.Empty)]
    [InlineData("D6D0B9FA", ArticleProblemKind.NotUtf8)]
    [InlineData("E4B8ADE5", ArticleProblemKind.NotUtf8)]
    [InlineData("EDA080", ArticleProblemKind.NotUtf8)]
    [InlineData("C0AF", ArticleProblemKind.NotUtf8)]
    [InlineData("89504E470D0A1A0A0000000D49484452", ArticleProblemKind.Binary)]
    [InlineData("FFFE2D4E", ArticleProblemKind.NotUtf8)]
    [InlineData("FFFE610062006300", ArticleProblemKind.Binary)]
    public void Decode_NoText_SaysWhy(string hexadecimal, ArticleProblemKind expected)
    {
        TextDecoding decoding = TextDecoder.Decode(Convert.FromHexString(hexadecimal));

        Assert.Null(decoding.Text);
        Assert.Equal(expected, decoding.ProblemKind);
        Assert.NotEmpty(decoding.Reason);
    }

    [Fact]
    public void Decode_BrokenSequence_NamesItsPlace()
    {
        Assert.Contains("byte 3 is 0xE5", TextDecoder.Decode([0xE4, 0xB8, 0xAD, 0xE5]).Reason, StringComparison.Ordinal);
    }
}
