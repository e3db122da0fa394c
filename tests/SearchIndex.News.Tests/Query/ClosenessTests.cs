using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class ClosenessTests
{
    [Theory]
    [InlineData("日本外相", "外相来自日本", 6, 4)]
    [InlineData("日本外相", "外相在星期四离开了日本", 6, 2)]
    [InlineData("日本外相", "日日本本", 6, 2)]
    [InlineData("日本外相", "日本，外相", 5, 4)]
    [InlineData("日本外相", "日本，外相", 4, 3)]
    [InlineData("會議", "会议", 2, 2)]
    [InlineData("日本的", "的日", 2, 1)]
    [InlineData("NATO 峰会", "nato峰会", 10, 6)]
    [InlineData("日本", "", 10, 0)]
    public void In_Text_CountsDifferentCharactersWithinTheWindow(string question, string text, int window, int expected)
    {
        Assert.Equal(expected, new Closeness([question], window).In(text));
    }

    [Fact]
    public void In_RandomText_IsWhatBruteForceSays()
    {
        const int seed = 21;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            string question = Letters(random, random.Next(1, 6));
            string text = Letters(random, random.Next(0, 40));
            int window = random.Next(1, 12);

            int expected = Enumerable.Range(0, text.Length)
                .Select(start => text.Substring(start, Math.Min(window, text.Length - start)).Distinct().Count(question.Contains))
                .DefaultIfEmpty()
                .Max();

            Assert.True(expected == new Closeness([question], window).In(text), $"seed {seed}: {question} in {text} within {window}");
        }
    }

    [Fact]
    public void Characters_FunctionCharactersAlone_AreNone()
    {
        Assert.Equal(0, new Closeness(["的在了，"], 30).Characters);
    }

    private static string Letters(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "天土玄黄宇宙洪荒"[random.Next(8)]));
}
