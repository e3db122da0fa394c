using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.Engine.Tests.Analysis.Bigrams;

public sealed class HanBigramTokenizerTests
{
    [Theory]
    [InlineData("林芳正", "林芳@0[0,2) 芳正@1[1,3) 正@2[2,3)")]
    [InlineData("林", "林@0[0,1)")]
    [InlineData("臺灣", "台湾@0[0,2) 湾@1[1,2)")]
    [InlineData("冯·德莱恩", "冯德@0[0,3) 德莱@1[2,4) 莱恩@2[3,5) 恩@3[4,5)")]
    [InlineData("馮‧德", "冯德@0[0,3) 德@1[2,3)")]
    [InlineData("冯・德", "冯德@0[0,3) 德@1[2,3)")]
    [InlineData("冯•德", "冯德@0[0,3) 德@1[2,3)")]
    [InlineData("冯･德", "冯德@0[0,3) 德@1[2,3)")]
    [InlineData("冯\u200B·\u200B德", "冯德@0[0,5) 德@1[4,5)")]
    [InlineData("冯··德", "冯@0[0,1) 德@2[3,4)")]
    [InlineData("冯·A", "冯@0[0,1) a@2[2,3)")]
    [InlineData("冯·", "冯@0[0,1)")]
    [InlineData("A·B", "a@0[0,1) b@2[2,3)")]
    [InlineData("2加2”会谈", "2@0[0,1) 加@1[1,2) 2@2[2,3) 会谈@4[4,6) 谈@5[5,6)")]
    [InlineData("CNN）报道", "cnn@0[0,3) 报道@2[4,6) 道@3[5,6)")]
    [InlineData("完。”《报》", "完@0[0,1) 报@2[4,5)")]
    [InlineData("完） （报", "完@0[0,1) 报@2[4,5)")]
    [InlineData("5月10日", "5@0[0,1) 月@1[1,2) 10@2[2,4) 日@3[4,5)")]
    [InlineData("5 月 10 日", "5@0[0,1) 月@1[2,3) 10@2[4,6) 日@3[7,8)")]
    [InlineData("５月", "5@0[0,1) 月@1[1,2)")]
    [InlineData("中　国", "中@0[0,1) 国@1[2,3)")]
    [InlineData("Jens Stoltenberg", "jens@0[0,4) stoltenberg@1[5,16)")]
    [InlineData("B站", "b@0[0,1) 站@1[1,2)")]
    [InlineData("COVID-19", "covid@0[0,5) 19@2[6,8)")]
    [InlineData("café\u0301 Ⅳ", "café\u0301@0[0,5) ⅳ@1[6,7)")]
    [InlineData("𨨏", "𨨏@0[0,2)")]
    [InlineData("一𨨏二", "一𨨏@0[0,3) 𨨏二@1[1,4) 二@2[3,4)")]
    [InlineData("𨨏·𠮷", "𨨏𠮷@0[0,5) 𠮷@1[3,5)")]
    [InlineData("佐々木〇", "佐々@0[0,2) 々木@1[1,3) 木〇@2[2,4) 〇@3[3,4)")]
    [InlineData("カタかな", "カタ@0[0,2) タか@1[1,3) かな@2[2,4) な@3[3,4)")]
    [InlineData("葛\U000E0100飾", "葛饰@0[0,4) 饰@1[3,4)")]
    [InlineData("\uFEFF中\u200B国", "中国@0[1,4) 国@1[3,4)")]
    [InlineData("so\u00ADft x\u200B", "soft@0[0,5) x@1[6,7)")]
    [InlineData("𝐀😀한국", "𝐀@0[0,2) 한국@2[4,6)")]
    [InlineData("\u3000 \t", "")]
    [InlineData("。！", "")]
    [InlineData("", "")]
    public void IncrementToken_Text_GivesTermsPositionsAndOffsets(string text, string expected)
    {
        string actual = Tokens.Describe(Tokens.Read(new HanBigramTokenizer(), text));

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("甲\n乙", 101)]
    [InlineData("甲。\n\n「乙", 101)]
    [InlineData("甲\r\n乙", 101)]
    [InlineData("甲\r乙", 1)]
    [InlineData("甲。乙", 2)]
    public void IncrementToken_BehindBorder_LeavesGap(string text, int increment)
    {
        List<TokenRecord> tokens = Tokens.Read(new HanBigramTokenizer(), text);

        Assert.Equal(["甲", "乙"], tokens.Select(token => token.Term));
        Assert.Equal(increment, tokens[1].Increment);
    }

    [Theory]
    [InlineData("冯·德莱恩", "冯德莱恩")]
    [InlineData("5 月 10 日", "5月10日")]
    [InlineData("臺灣ＡＰＥＣ", "台湾apec")]
    public void IncrementToken_TwoSpellings_GiveTheSameTermsAndPositions(string one, string other)
    {
        var tokenizer = new HanBigramTokenizer();

        string first = Tokens.DescribePositions(Tokens.Read(tokenizer, one));
        string second = Tokens.DescribePositions(Tokens.Read(tokenizer, other));

        Assert.Equal(second, first);
    }

    [Fact]
    public void IncrementToken_LongWord_CutsTermAndKeepsOffsets()
    {
        string text = new string('a', 300) + " b";

        List<TokenRecord> tokens = Tokens.Read(new HanBigramTokenizer(), text);

        Assert.Equal([new TokenRecord(new string('a', 255), 0, 300, 1), new TokenRecord("b", 301, 302, 1)], tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00AD")]
    public void IncrementToken_LongWordOfPairs_IsNotCutInsideAPair(string between)
    {
        string text = string.Concat(Enumerable.Repeat("𝐀" + between, 200));

        List<TokenRecord> tokens = Tokens.Read(new HanBigramTokenizer(), text);

        Assert.Equal(string.Concat(Enumerable.Repeat("𝐀", 127)), Assert.Single(tokens).Term);
        Assert.Equal(text.Length - between.Length, tokens[0].End);
    }

    [Fact]
    public void IncrementToken_LoneSurrogates_ArePunctuation()
    {
        List<TokenRecord> tokens = Tokens.Read(new HanBigramTokenizer(), "中\uD842国\uDFB7人\uD842");

        Assert.Equal("中@0[0,1) 国@2[2,3) 人@4[4,5)", Tokens.Describe(tokens));
    }

    [Fact]
    public void IncrementToken_AfterLastToken_ReportsEndOfText()
    {
        var tokenizer = new HanBigramTokenizer();

        Tokens.Read(tokenizer, "中国。\n");

        Assert.Equal(4, tokenizer.FinalOffset);
        Assert.Equal(HanBigramTokenizer.ParagraphGap, tokenizer.FinalPositionIncrement);
        Assert.False(tokenizer.IncrementToken());
    }

    [Fact]
    public void Reset_ShorterTextAfterLonger_SeesOnlyTheNewText()
    {
        var tokenizer = new HanBigramTokenizer();
        Tokens.Read(tokenizer, new string('中', 5000));

        Assert.Equal("国@0[0,1)", Tokens.Describe(Tokens.Read(tokenizer, "国")));
        Assert.Equal(1, tokenizer.FinalOffset);
    }

    [Fact]
    public void IncrementToken_RandomText_KeepsItsPromises()
    {
        const int Seed = 20240510;
        var random = new Random(Seed);
        string[] parts = ["中", "國", "𠮷", "ａ", "b1", "·", " ", "\n", "，", "\u200B", "\uD842", "\uDFB7", "か", "Ⅳ", "\u0301", "😀"];
        var tokenizer = new HanBigramTokenizer();
        for (int round = 0; round < 2000; round++)
        {
            var text = new StringBuilder();
            for (int part = random.Next(30); part > 0; part--)
            {
                text.Append(parts[random.Next(parts.Length)]);
            }

            CheckPromises(tokenizer, text.ToString(), $"seed {Seed}, round {round}");
        }
    }

    private static void CheckPromises(HanBigramTokenizer tokenizer, string text, string context)
    {
        int start = -1;
        int end = 0;
        foreach (TokenRecord token in Tokens.Read(tokenizer, text))
        {
            Assert.True(token.Start > start && token.Start < token.End && token.End >= end && token.End <= text.Length, context);
            Assert.True(token.Increment is 1 or 2 or 101, context);
            Assert.True(token.Term.Length > 0 && !HasLoneSurrogate(token.Term), context);

            // Without what is passed over, a term is the folded slice of the text that its offsets name.
            string slice = CharacterFold.Fold(text[token.Start..token.End]).Replace("\u200B", string.Empty, StringComparison.Ordinal)
                .Replace("·", string.Empty, StringComparison.Ordinal);
            Assert.True(slice == token.Term, context);
            (start, end) = (token.Start, token.End);
        }
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
