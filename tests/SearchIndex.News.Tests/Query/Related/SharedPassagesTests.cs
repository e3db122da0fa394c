using SearchIndex.News.Query;
using SearchIndex.News.Query.Related;

namespace SearchIndex.News.Tests.Query.Related;

public sealed class SharedPassagesTests
{
    private const string Sentence = "救援队连夜搜救被困在大楼里的居民";

    [Fact]
    public void Find_SentenceInBoth_IsItsPlaceInEach()
    {
        string left = $"据当地媒体报道，{Sentence}。天亮后仍在继续。";
        string right = $"市长说：{Sentence}，大家辛苦了。";

        (SharedText ofLeft, SharedText ofRight) = SharedPassages.Find(left, right);

        Assert.Equal([Sentence], Texts(left, ofLeft));
        Assert.Equal([Sentence], Texts(right, ofRight));
        Assert.Equal((Sentence.Length, left.Count(char.IsLetter)), (ofLeft.Letters, ofLeft.OfLetters));
    }

    [Fact]
    public void Find_OtherScriptAndPunctuation_IsTheSame()
    {
        string left = "花莲外海发生强烈地震，气象部门发布海啸警报";
        string right = "花蓮外海發生強烈地震\n「氣象部門」發布海嘯警報";

        (SharedText ofLeft, SharedText ofRight) = SharedPassages.Find(left, right);

        Assert.Equal([left], Texts(left, ofLeft));
        Assert.Equal([right], Texts(right, ofRight));
    }

    [Fact]
    public void Find_RunsShorterThanASentence_AreNotShared()
    {
        string name = Sentence[..(SharedPassages.MinLetters - 1)];

        (SharedText left, _) = SharedPassages.Find("甲" + name + "乙", "丙" + name + "丁");

        Assert.Empty(left.Passages);
        Assert.Equal(0, left.Letters);
    }

    [Fact]
    public void Find_PassageTwiceInOne_IsSharedBothTimes()
    {
        (SharedText left, SharedText right) = SharedPassages.Find(Sentence + "。甲。" + Sentence, Sentence);

        Assert.Equal(2, left.Passages.Count);
        Assert.Single(right.Passages);
    }

    [Fact]
    public void Find_HalfOfAPair_IsNoCharacter()
    {
        // U+20000 and U+20400 end in the same unit.
        string left = "\U00020000" + Sentence;
        string right = "\U00020400" + Sentence;

        (SharedText shared, _) = SharedPassages.Find(left, right);

        Assert.Equal([Sentence], Texts(left, shared));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("。，", Sentence)]
    [InlineData(Sentence, "")]
    public void Find_NothingToCompare_SharesNothing(string left, string right)
    {
        (SharedText ofLeft, SharedText ofRight) = SharedPassages.Find(left, right);

        Assert.Empty(ofLeft.Passages);
        Assert.Empty(ofRight.Passages);
    }

    [Fact]
    public void Find_RandomTexts_CoversWhatBothHave()
    {
        const int Seed = 20261120;
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            string left = RandomText(random);
            string right = RandomText(random);

            (SharedText shared, _) = SharedPassages.Find(left, right);

            Assert.True(Expected(left, right).SequenceEqual(Covered(left, shared)), $"seed {Seed}, round {round}: {left} | {right}");
        }
    }

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, 60).Select(_ => random.Next(8) == 0 ? '，' : "甲乙"[random.Next(2)]));

    /// <summary>Returns which letters are in a run that the other has, by looking at every run.</summary>
    private static IEnumerable<bool> Expected(string text, string other)
    {
        string letters = string.Concat(text.Where(char.IsLetter));
        string others = string.Concat(other.Where(char.IsLetter));
        return Enumerable.Range(0, letters.Length).Select(letter => Enumerable
            .Range(letter - SharedPassages.MinLetters + 1, SharedPassages.MinLetters)
            .Any(start => start >= 0 && start + SharedPassages.MinLetters <= letters.Length
                && others.Contains(letters.Substring(start, SharedPassages.MinLetters), StringComparison.Ordinal)));
    }

    private static IEnumerable<bool> Covered(string text, SharedText shared) => Enumerable.Range(0, text.Length)
        .Where(place => char.IsLetter(text[place]))
        .Select(place => shared.Passages.Any(passage => place >= passage.Start && place < passage.Start + passage.Length));

    private static IEnumerable<string> Texts(string text, SharedText shared) =>
        shared.Passages.Select(passage => text.Substring(passage.Start, passage.Length));
}
