using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query.Ranking;

public sealed class EvidenceReaderTests : IDisposable
{
    private readonly SmallArchive _archive;
    private readonly OpenIndex _index;

    public EvidenceReaderTests()
    {
        // 外相 in every article, 大豆 in every fourth, 林芳 in one.
        _archive = new SmallArchive([.. Enumerable.Range(0, 200).Select(number => (
            $"{number:000}.md",
            SmallArchive.Article($"消息{number}", "外相谈话" + (number % 4 == 0 ? "，大豆贸易" : string.Empty) + (number == 0 ? "，林芳正。2024年G7" : string.Empty))))]);
        _index = new OpenIndex(_archive.IndexFolder);
    }

    [Theory]
    [InlineData("日本外相", "外相来自日本", 6, 4)]
    [InlineData("日本外相", "外相在星期四离开了日本", 6, 2)]
    [InlineData("日本外相", "日日本本", 6, 2)]
    [InlineData("日本外相", "日本，外相", 5, 4)]
    [InlineData("日本外相", "日本，外相", 4, 3)]
    [InlineData("會議", "会议", 2, 2)]
    [InlineData("日本的", "的日", 2, 1)]
    [InlineData("NATO 峰会", "nato峰会", 10, 2)]
    [InlineData("日本", "", 10, 0)]
    public void In_Text_CountsDifferentHanCharactersWithinTheWindow(string question, string text, int window, int expected)
    {
        Assert.Equal(expected, ReaderOf(question, closenessWindow: window).In(text).Closeness);
    }

    [Fact]
    public void In_Passage_CountsRareCharactersMore()
    {
        EvidenceReader reader = ReaderOf("外相大豆林芳");

        float common = reader.In("外相").Passage;
        float rarer = reader.In("大豆").Passage;
        float rarest = reader.In("林芳").Passage;

        Assert.True(0 < common && common <= rarer && rarer < rarest, $"{common}, {rarer}, {rarest}");
        Assert.Equal(common + rarest, reader.In("外相说林芳").Passage, 1e-4f);
        Assert.Equal(rarest, reader.In($"外相{new string('说', 150)}林芳").Passage, 1e-4f);
    }

    [Fact]
    public void In_Sentence_CountsEachPairOnceAndNotAcrossSentences()
    {
        EvidenceReader reader = ReaderOf("外相大豆");

        float soy = reader.In("大豆").Sentence;
        float minister = reader.In("外相").Sentence;

        Assert.True(soy > minister && minister > 0);
        Assert.Equal(soy + minister, reader.In("外相谈大豆，又是大豆").Sentence, 1e-4f);
        Assert.Equal(soy, reader.In("外相来了。大豆").Sentence, 1e-4f);
        Assert.Equal(soy, reader.In("外相来了！大豆").Sentence, 1e-4f);
        Assert.Equal(0, reader.In("大；豆").Sentence);
    }

    [Theory]
    [InlineData("林芳正何时访华", "林芳正四月访华", 3)]
    [InlineData("林芳正何时访华", "（德国之声）林芳正", 0)]
    [InlineData("林芳正何时访华", "【林芳正】四月", 3)]
    [InlineData("林芳正何时访华", "林先生", 0)]
    [InlineData("米歇尔·奥巴马是谁", "米歇尔·奥巴马，律师", 7)]
    [InlineData("G7 是什么", "g7峰会", 2)]
    [InlineData("林芳正", "", 0)]
    public void In_Beginning_IsTheSubject(string question, string text, int expected)
    {
        Assert.Equal(expected, ReaderOf(question).In(text).Subject);
    }

    [Fact]
    public void In_Article_TakesTitleAndBodyTogether()
    {
        int doc = _index.Searcher.Search(new TermQuery(new Term(ArticleSchema.Body, "林芳")), 1).ScoreDocs[0].Doc;

        Evidence evidence = ReaderOf("消息：2024年G7外相林芳正 X9").In(_index.Reader, doc);

        Assert.Equal(2, evidence.Subject);
        Assert.Equal(0b011UL, evidence.Words);
        Assert.True(evidence.WordRarity > 0);
        Assert.Equal("消息0外相谈话，大豆贸易，林芳正。2024年G7".Length, evidence.Length);
    }

    [Fact]
    public void Shortness_OfTexts_IsLessForLongerOnesAndNeverNegative()
    {
        float[] shortness = [.. new[] { 0, 1, 100, 10_000, 65_536, 1_000_000 }.Select(length => new Evidence(0, 0, 0, 0, 0, length, Asked: 2).Shortness)];

        Assert.Equal(shortness.OrderDescending(), shortness);
        Assert.Equal(0, shortness[^1]);
        Assert.Equal(2 * Math.Log(65.536), new Evidence(0, 0, 0, 0, 0, 1000, Asked: 2).Shortness, 1e-4);
    }

    [Fact]
    public void In_QuestionOfFunctionCharactersAlone_FindsNothing()
    {
        Evidence evidence = ReaderOf("的在了，").In("的在了");

        Assert.Equal((0, 0f), (evidence.Closeness, evidence.Passage));
    }

    [Fact]
    public void In_QuestionOfThousandsOfCharacters_IsRead()
    {
        string question = string.Concat(Enumerable.Range(0x4E00, 2000).Select(unit => (char)unit));

        Evidence evidence = ReaderOf(question).In(question);

        Assert.Equal(20, evidence.Closeness);
    }

    public void Dispose()
    {
        _index.Dispose();
        _archive.Dispose();
    }

    private EvidenceReader ReaderOf(string question, int closenessWindow = 20) => new(new Question([question], _index.Searcher), closenessWindow, 150);
}
