using SearchIndex.News.Query.Paging;

namespace SearchIndex.News.Tests.Query.Paging;

public sealed class SearchCursorTests
{
    private const int Seed = 41;

    private static readonly SearchCursor Sample = new(0x0123456789ABCDEF, ulong.MaxValue, 1_000, 7.25f, 123_456);

    [Fact]
    public void TryParse_WhatToStringGave_IsTheSame()
    {
        string text = Sample.ToString();

        Assert.Equal(Sample, SearchCursor.TryParse(text));
        Assert.Matches("^[A-Za-z0-9_-]+$", text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("林芳正")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryParse_Garbage_IsNull(string? text)
    {
        Assert.Null(SearchCursor.TryParse(text));
    }

    [Fact]
    public void TryParse_AnyCharacterChanged_IsNull()
    {
        var random = new Random(Seed);
        char[] text = Sample.ToString().ToCharArray();
        for (int at = 0; at < text.Length; at++)
        {
            char before = text[at];
            do
            {
                text[at] = (char)random.Next(' ', 'z');
            }
            while (text[at] == before);

            Assert.True(SearchCursor.TryParse(new string(text)) is null, $"seed {Seed}, character {at} is {text[at]} for {before}");
            text[at] = before;
        }
    }

    [Fact]
    public void TryParse_NegativePlace_IsNull()
    {
        Assert.Null(SearchCursor.TryParse((Sample with { Doc = -1 }).ToString()));
        Assert.Null(SearchCursor.TryParse((Sample with { Before = -1 }).ToString()));
    }
}
