using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Tools.Fold;

namespace SearchIndex.Engine.Tests.Analysis.Folding;

public sealed class FoldTableTests
{
    [Fact]
    public void Parse_ExampleOfTheGrammar_MapsTheIdeographicSpace()
    {
        byte[] bytes = Convert.FromHexString("464F4C44" + "01" + "01" + "8160" + "BFBF01");

        char[] table = FoldTable.Parse(bytes);

        Assert.Equal(' ', table[0x3000]);
        Assert.Equal('\u3001', table[0x3001]);
    }

    [Fact]
    public void Parse_PackedTable_ReturnsTheSameTable()
    {
        char[] table = FoldCommand.BuildTable(new StringReader("長\t长\n𠁞\t𠀾\n乾\t干 乾\n"));

        char[] parsed = FoldTable.Parse(FoldTableWriter.Pack(table));

        Assert.Equal(table, parsed);
        Assert.Equal('长', parsed['長']);
        Assert.Equal('干', parsed['乾']);
        Assert.Equal('你', parsed['妳']);
    }

    [Fact]
    public void LoadEmbedded_CaseAndWidth_AreThoseOfTheTool()
    {
        char[] withoutOpenCc = FoldCommand.BuildTable(new StringReader(string.Empty));

        char[] embedded = FoldTable.LoadEmbedded();

        for (int unit = 0; unit < withoutOpenCc.Length; unit++)
        {
            if (withoutOpenCc[unit] != unit)
            {
                Assert.Equal(withoutOpenCc[unit], embedded[unit]);
            }
        }
    }

    [Fact]
    public void Build_VariantsInACircle_Throws()
    {
        Assert.Throws<InvalidDataException>(() => FoldCommand.BuildTable(new StringReader("甲\t乙\n乙\t甲\n")));
    }

    [Fact]
    public void Parse_DamagedBytes_ThrowsInvalidData()
    {
        byte[] packed = FoldTableWriter.Pack(FoldCommand.BuildTable(new StringReader("長\t长\n")));

        Assert.Throws<InvalidDataException>(() => FoldTable.Parse(packed.AsSpan(0, packed.Length - 1)));
        Assert.Throws<InvalidDataException>(() => FoldTable.Parse("FILD"u8));
        Assert.Throws<InvalidDataException>(() => FoldTable.Parse([.. "FOLD"u8, 2]));
        Assert.Throws<InvalidDataException>(() => FoldTable.Parse([.. "FOLD"u8, 1, 1, 0xFF, 0xFF, 0x7F, 0]));
    }
}
