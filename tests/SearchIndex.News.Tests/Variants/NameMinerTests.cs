using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

public sealed class NameMinerTests
{
    [Theory]
    [InlineData("斯托尔滕贝格", "北约秘书长斯托尔滕贝格（Jens Stoltenberg）说", "据斯托尔滕贝格(Jens Stoltenberg)")]
    [InlineData("斯托爾滕貝格", "北約秘書長斯托爾滕貝格 (Jens Stoltenberg) 說", "與斯托爾滕貝格（Jens Stoltenberg，北約）")]
    [InlineData("孔蒂", "意大利总理孔蒂（Jens Stoltenberg）", "義大利總理孔蒂（Jens Stoltenberg）")]
    [InlineData("纳瓦罗", "彼得·纳瓦罗（Jens Stoltenberg）", "白宫的彼得·纳瓦罗（Jens Stoltenberg）", "纳瓦罗（Jens Stoltenberg）")]
    public void Pairs_NameBehindAForm_IsFoundWithoutWhatIsBefore(string form, params string[] texts)
    {
        NamePair pair = Assert.Single(Mine(texts));

        Assert.Equal("Jens Stoltenberg", pair.Letters);
        Assert.Equal([new NamePairForm(form, texts.Length)], pair.Forms);
    }

    [Fact]
    public void Pairs_TwoFormsWithTheSameEnd_AreTwo()
    {
        NamePair pair = Assert.Single(Mine("议长裴洛西（Pelosi）", "议长佩洛西（Pelosi）", "裴洛西（Pelosi）", "佩洛西（Pelosi）", "议员佩洛西（Pelosi）"));

        Assert.Equal([new NamePairForm("佩洛西", 3), new NamePairForm("裴洛西", 2)], pair.Forms);
        Assert.Equal(5, pair.Count);
    }

    [Fact]
    public void Pairs_FormsInBothScripts_AreOneInTheMoreFrequentSpelling()
    {
        NamePair pair = Assert.Single(Mine("總統馬克龍（Macron）", "马克龙（Macron）", "馬克龍（Macron）"));

        Assert.Equal([new NamePairForm("馬克龍", 3)], pair.Forms);
    }

    [Theory]
    [InlineData("马克龙（Macron）")]
    [InlineData("马克龙（2017年当选）", "马克龙（2017年当选）")]
    [InlineData("（Macron）", "（Macron）")]
    [InlineData("总统（Macron）", "总统（Macron）")]
    [InlineData("Macron（马克龙）", "Macron（马克龙）")]
    public void Pairs_NoNameOrTooFew_IsEmpty(params string[] texts)
    {
        Assert.Empty(Mine(texts));
    }

    [Fact]
    public void Lines_DifferentForms_AreLinesThatTheFileCanTake()
    {
        IReadOnlyList<NamePair> pairs = Mine("戈萨尔（Paul Gosar）", "戈萨尔（Paul Gosar）", "戈萨拉（Paul Gosar）", "戈萨拉（Paul Gosar）", "戈萨拉（Paul Gosar）");

        string line = Assert.Single(VariantCandidates.Lines(pairs, VariantTable.Empty));

        Assert.Equal("person\t戈萨拉|戈萨尔\tPaul Gosar (3, 2)", line);
        VariantTable table = VariantTable.Read(new StringReader(line), "test.tsv");
        Assert.Empty(table.Problems);
        Assert.Empty(VariantCandidates.Lines(pairs, table));
    }

    private static IReadOnlyList<NamePair> Mine(params string[] texts)
    {
        var miner = new NameMiner(VariantTable.Embedded);
        foreach (string text in texts)
        {
            miner.Add(text);
        }

        return miner.Pairs();
    }
}
