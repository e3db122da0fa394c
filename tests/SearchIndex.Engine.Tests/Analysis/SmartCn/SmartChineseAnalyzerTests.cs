using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

/// <summary>A few texts whose tokens Apache Lucene's analyzer was asked for.</summary>
public sealed class SmartChineseAnalyzerTests
{
    private static readonly SmartChineseAnalyzer Plain = new();
    private static readonly SmartChineseAnalyzer Folding = new(fold: true);

    [Theory]
    [InlineData("我是中国人", "我@0[0,1) 是@1[1,2) 中国@2[2,4) 人@3[4,5)")]
    [InlineData("中华人民共和国。", "中华人民共和国@0[0,7)")]
    [InlineData("中 国，中\n国", "中国@0[0,3) 中国@2[4,7)")]
    [InlineData("臺灣", "臺@0[0,1) 灣@1[1,2)")]
    [InlineData("H2O", "h@0[0,1) 2@1[1,2) o@2[2,3)")]
    [InlineData("ＡＢＣ１２３", "abc@0[0,3) 123@1[3,6)")]
    [InlineData("Beijing Windows", "beij@0[0,7) window@1[8,15)")]
    [InlineData("café", "caf@0[0,3) é@1[3,4)")]
    [InlineData("𠮷野家", "𠮷@0[0,2) 野@1[2,3) 家@2[3,4)")]
    [InlineData("3.14", "3@0[0,1) 14@2[2,4)")]
    [InlineData("", "")]
    [InlineData(" \n　", "")]
    public void IncrementToken_DefaultStopWords_GivesWords(string text, string expected)
    {
        string actual = Tokens.Describe(Tokens.Read(Plain.CreateTokenStream("body"), text));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void IncrementToken_NoStopWords_GivesCommasForMarks()
    {
        TokenStream stream = new SmartChineseAnalyzer(useDefaultStopWords: false).CreateTokenStream("body");

        Assert.Equal("好@0[0,1) ,@1[1,2) ,@2[2,3)", Tokens.Describe(Tokens.Read(stream, "好！》")));
    }

    [Fact]
    public void IncrementToken_MarksAtTheEnd_AreReportedBehindTheLastToken()
    {
        TokenStream stream = Plain.CreateTokenStream("body");

        Tokens.Read(stream, "好！》 ");

        Assert.Equal(2, stream.FinalPositionIncrement);
        Assert.Equal(4, stream.FinalOffset);
        Assert.False(stream.IncrementToken());
        Assert.Equal(2, stream.FinalPositionIncrement);
    }

    [Theory]
    [InlineData("臺灣總統府", "台湾总统府")]
    [InlineData("中華民國，ＡＰＥＣ！", "中华民国，APEC！")]
    [InlineData("他們瞭解著", "他们了解着")]
    public void IncrementToken_FoldingTraditionalText_GivesTheTokensOfSimplifiedText(string traditional, string simplified)
    {
        string actual = Tokens.Describe(Tokens.Read(Folding.CreateTokenStream("body"), traditional));

        Assert.Equal(Tokens.Describe(Tokens.Read(Plain.CreateTokenStream("body"), simplified)), actual);
    }

    [Fact]
    public void IncrementToken_ParagraphLongerThanABuffer_IsCutThere()
    {
        string text = new string('一', 1023) + "中国";

        List<TokenRecord> tokens = Tokens.Read(Plain.CreateTokenStream("body"), text);

        Assert.Equal(new TokenRecord("国", 1024, 1025, 1), tokens[^1]);
        Assert.Equal(1024, tokens[^2].End);
    }

    [Fact]
    public void IncrementToken_LineBreakInAFullBuffer_StartsTheNextBufferBehindIt()
    {
        string text = new string('一', 1000) + "\n" + new string('二', 22) + "中国";

        List<TokenRecord> tokens = Tokens.Read(Plain.CreateTokenStream("body"), text);

        Assert.Equal(new TokenRecord("中国", 1023, 1025, 1), tokens[^1]);
    }

    [Fact]
    public void CreateTokenStream_FromSeveralThreads_GivesTheSameTokens()
    {
        string[] results = new string[16];

        Parallel.For(0, results.Length, index =>
            results[index] = Tokens.Describe(Tokens.Read(Folding.CreateTokenStream("body"), "國務院總理訪問歐洲")));

        Assert.Single(results.Distinct());
    }
}
