using SearchIndex.Engine.Highlight;

namespace SearchIndex.Engine.Tests.Highlight;

public sealed class PassageFinderTests
{
    private const string Ten = "一二三四五六七八九十";

    [Fact]
    public void Find_NoMatch_ReturnsNothing()
    {
        Assert.Empty(PassageFinder.Find("今天下雨。明天天晴。", []));
        Assert.Empty(PassageFinder.Find(string.Empty, []));
    }

    [Fact]
    public void Find_ShortParagraph_IsTakenWithItsNeighbours()
    {
        string thirty = Repeat(Ten, 2) + "一二三四五六七八九。";
        string text = thirty + thirty + "\n　　今天下雨。明天天晴。后天有风。  \n" + thirty + "\n" + thirty;

        Assert.Equal(["[明天]天晴。后天有风。  \n" + thirty + "\n" + thirty], Passages(text, "明天"));
    }

    [Fact]
    public void Find_ShortLastParagraph_TakesTheOneBefore()
    {
        string thirty = Repeat(Ten, 2) + "一二三四五六七八九。";
        string text = thirty + "\n" + thirty + "\n" + thirty + "\n明天天晴。";

        Assert.Equal([thirty + "\n" + thirty + "\n[明天]天晴。"], Passages(text, "明天"));
    }

    [Fact]
    public void Find_ShortSentence_TakesNeighboursOfItsParagraph()
    {
        string thirty = Repeat(Ten, 2) + "一二三四五六七八九。";
        string text = thirty + thirty + "天气很好。" + thirty + thirty + thirty;

        Assert.Equal(["[天气]很好。" + thirty + thirty], Passages(text, "天气"));
    }

    [Fact]
    public void Find_LastShortSentence_TakesTheOnesBefore()
    {
        string thirty = Repeat(Ten, 2) + "一二三四五六七八九。";
        string text = thirty + thirty + thirty + thirty + "天气很好。";

        Assert.Equal([thirty + thirty + "[天气]很好。"], Passages(text, "天气"));
    }

    [Fact]
    public void Find_FollowingSentenceMatchesToo_IsTakenWhileItFits()
    {
        string sixty = "天气" + Repeat(Ten, 5) + "一二三四五六七。";
        string text = sixty + sixty + sixty;

        Assert.Equal([Marked(sixty + sixty, "天气"), Marked(sixty, "天气")], Passages(text, "天气"));
    }

    [Fact]
    public void Find_LongSentence_IsCutAtACommaNearTheMatch()
    {
        string clause = Repeat(Ten, 3) + "，";
        string text = Repeat(clause, 8) + "天气很好，" + Repeat(clause, 8) + "完。";

        string passage = Assert.Single(Passages(text, "天气"));

        Assert.Equal(clause + "[天气]很好，" + Repeat(clause, 4), passage);
    }

    [Fact]
    public void Find_LongTextWithoutBreaks_IsCutAnywhere()
    {
        string text = Repeat(Ten, 40) + "天气" + Repeat(Ten, 40);

        string passage = Assert.Single(Passages(text, "天气"));

        Assert.Equal(PassageFinder.MaxLength + 2, passage.Length);
        Assert.Contains("十[天气]一", passage, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SurrogatePairs_AreNeverSplit()
    {
        for (int shift = 0; shift < 4; shift++)
        {
            string text = new string('一', shift) + Repeat("𨨏", 200) + "天气" + Repeat("𠮷", 200);

            string passage = Assert.Single(Passages(text, "天气"));

            Assert.True(char.IsHighSurrogate(passage[0]), $"shift {shift}");
            Assert.True(char.IsLowSurrogate(passage[^1]), $"shift {shift}");
        }
    }

    [Fact]
    public void Find_MatchAtTheCut_StaysWhole()
    {
        string text = "天气" + Repeat(Ten, 15) + "一二三四五六台风警报" + Repeat(Ten, 15);

        string[] passages = Passages(text, "天气", "台风警报");

        Assert.StartsWith("[天气]", passages[0], StringComparison.Ordinal);
        Assert.EndsWith("四五六", passages[0], StringComparison.Ordinal);
        Assert.StartsWith("[台风警报]", passages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Find_MatchLongerThanAPassage_IsOne()
    {
        string text = Repeat(Ten, 100);

        Passage passage = Assert.Single(PassageFinder.Find(text, [new MatchRange(305, 605)]));

        Assert.Equal((305, 605), (passage.Start, passage.End));
        Assert.Equal([new MatchRange(305, 605)], passage.Marks);
    }

    [Fact]
    public void Find_MatchOverALineFeed_EndsThere()
    {
        string line = Repeat(Ten, 7);

        IReadOnlyList<Passage> passages = PassageFinder.Find(line + "\n" + line, [new MatchRange(68, 73)]);

        Assert.Equal([new MatchRange(68, 70)], Assert.Single(passages).Marks);
        Assert.Empty(PassageFinder.Find("今\n", [new MatchRange(1, 2)]));
    }

    [Fact]
    public void Find_ManyMatches_PrefersNewStringsThenMoreMatches()
    {
        string filler = Repeat(Ten, 7) + "。\n";
        string text = "雨。" + filler + "雨，雨，雨。" + filler + "风雨。" + filler + "雨，雨。" + filler + "雪。" + filler;

        string[] passages = Passages(text, "风", "雨", "雪");

        Assert.Equal(3, passages.Length);
        Assert.StartsWith("[雨]，[雨]，[雨]。", passages[0], StringComparison.Ordinal);
        Assert.StartsWith("[风][雨]。", passages[1], StringComparison.Ordinal);
        Assert.StartsWith("[雪]。", passages[2], StringComparison.Ordinal);
        Assert.Equal(passages[1], Assert.Single(Passages(text, 1, "风", "雨", "雪")));
    }

    [Theory]
    [InlineData("他说：“下雨了。”然后走了。", "他说：“下雨了。”|然后走了。")]
    [InlineData("真的吗？！是的……好。", "真的吗？！|是的……|好。")]
    [InlineData("（完。）「好！」』再见；走", "（完。）|「好！」』|再见；|走")]
    [InlineData("U.N. said 3.5 percent. Really?", "U.N.| said 3.5 percent.| Really?")]
    [InlineData("他说\"走吧。\"她说。\"好。\"", "他说\"走吧。\"|她说。|\"好。\"")]
    [InlineData("没有句号", "没有句号")]
    public void Ends_Sentences_AreCutBehindTheirSigns(string text, string expected)
    {
        List<int> ends = SentenceBreaks.Ends(text, 0, text.Length, []);

        IEnumerable<string> sentences = ends.Select((end, index) => text[(index == 0 ? 0 : ends[index - 1])..end]);
        Assert.Equal(expected, string.Join('|', sentences));
    }

    [Fact]
    public void Ends_InsideAMatch_DoNotCount()
    {
        Assert.Equal([6], SentenceBreaks.Ends("一。二。三。", 0, 6, [new MatchRange(0, 5)]));
        Assert.Equal([4, 6], SentenceBreaks.Ends("一。二。三。", 0, 6, [new MatchRange(1, 4)]));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" 　\n\n", null)]
    [InlineData("\n　　天气很好。\n第二段。", "天气很好。\n第二段。")]
    public void Lead_ShortText_IsAllOfIt(string text, string? expected)
    {
        Passage? lead = PassageFinder.Lead(text);

        Assert.Equal(expected, lead is null ? null : text[lead.Start..lead.End]);
    }

    [Fact]
    public void Lead_LongText_EndsWithASentenceOrAtAComma()
    {
        string thirty = Repeat(Ten, 2) + "一二三四五六七八九。";
        string clause = Repeat(Ten, 3) + "，";
        string sentences = Repeat(thirty, 5);
        string clauses = Repeat(clause, 9);

        Assert.Equal(new MatchRange(0, 60), Range(PassageFinder.Lead(sentences)!));
        Assert.Equal(new MatchRange(0, 155), Range(PassageFinder.Lead(clauses)!));
        Assert.Empty(PassageFinder.Lead(clauses)!.Marks);
    }

    [Fact]
    public void Find_RandomTexts_KeepsTheRules()
    {
        const string alphabet = "天气风雨雪云一二三四五六七八九十一二三四五六七八九十，，。\n“”.a 𨨏";
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string text = MakeText(random, alphabet);
            List<MatchRange> matches = MakeMatches(random, text);
            int count = random.Next(1, 6);

            IReadOnlyList<Passage> passages = PassageFinder.Find(text, matches, count);

            Assert.True(passages.Count <= count && (passages.Count > 0) == (matches.Count > 0), $"seed {seed}");
            int end = 0;
            foreach (Passage passage in passages)
            {
                string piece = text[passage.Start..passage.End];
                Assert.True(passage.Start >= end && passage.Marks.Count > 0, $"seed {seed}: order and marks");
                Assert.True(!piece.Contains('\n', StringComparison.Ordinal) || HasShortLine(text, passage), $"seed {seed}: line feed");
                Assert.True(piece.Length <= PassageFinder.MaxLength, $"seed {seed}: length {piece.Length}");
                Assert.True(piece.Trim().Length == piece.Length, $"seed {seed}: blanks");
                Assert.True(!char.IsLowSurrogate(piece[0]) && !char.IsHighSurrogate(piece[^1]), $"seed {seed}: surrogates");
                Assert.True(IsLongEnough(text, passage), $"seed {seed}: short '{piece}'");
                IEnumerable<MatchRange> touched = matches.Where(match => match.Start < passage.End && match.End > passage.Start);
                Assert.True(touched.SequenceEqual(passage.Marks), $"seed {seed}: marks");
                end = passage.End;
            }
        }
    }

    // Shorter ones are what is left of a paragraph, or of what other passages and a match at the cut leave.
    private static bool IsLongEnough(string text, Passage passage)
    {
        (int start, int end) = Paragraph.Around(text, passage.Start, 0);
        return passage.End - passage.Start >= PassageFinder.MinLength - 10 || end - start < PassageFinder.MaxLength * 4;
    }

    // Only a line that is too short for a passage of its own is joined with others.
    private static bool HasShortLine(string text, Passage passage) =>
        text[..passage.End].Split('\n').TakeLast(1 + text[passage.Start..passage.End].Count(unit => unit == '\n'))
            .Any(line => line.Length < PassageFinder.MinLength);

    private static string MakeText(Random random, string alphabet)
    {
        string[] units = [.. alphabet.EnumerateRunes().Select(rune => rune.ToString())];
        double lineFeeds = random.NextDouble() * 0.05;
        return string.Concat(Enumerable.Range(0, random.Next(1200)).Select(_ =>
        {
            string unit = units[random.Next(units.Length)];
            return unit == "\n" && random.NextDouble() > lineFeeds * 10 ? "云" : unit;
        }));
    }

    private static List<MatchRange> MakeMatches(Random random, string text)
    {
        var matches = new List<MatchRange>();
        for (int index = 0; index + 2 < text.Length; index++)
        {
            bool isPlain = text.AsSpan(index, 2).IndexOfAnyExceptInRange('\u4e00', '\u9fff') < 0;
            if (isPlain && random.Next(40) == 0)
            {
                matches.Add(new MatchRange(index, index + 2));
                index++;
            }
        }

        return matches;
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Marked(string text, string word) => text.Replace(word, "[" + word + "]", StringComparison.Ordinal);

    private static MatchRange Range(Passage passage) => new(passage.Start, passage.End);

    private static string[] Passages(string text, params string[] words) => Passages(text, PassageFinder.DefaultCount, words);

    private static string[] Passages(string text, int count, params string[] words)
    {
        var matches = new List<MatchRange>();
        foreach (string word in words)
        {
            for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                matches.Add(new MatchRange(at, at + word.Length));
            }
        }

        IReadOnlyList<Passage> passages = PassageFinder.Find(text, [.. matches.OrderBy(match => match.Start)], count);
        return [.. passages.Select(passage =>
            Brackets.Around(
                text[passage.Start..passage.End],
                passage.Marks.Select(mark => new MatchRange(mark.Start - passage.Start, mark.End - passage.Start))))];
    }
}
