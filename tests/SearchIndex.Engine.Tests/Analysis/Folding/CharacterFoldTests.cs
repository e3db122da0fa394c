using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Analysis.Folding;

public sealed class CharacterFoldTests
{
    [Theory]
    [InlineData("臺灣總統", "台湾总统")]
    [InlineData("妳瞭解牠著麼", "你了解它着么")]
    [InlineData("薴", "苎")]
    [InlineData("乾隆", "干隆")]
    [InlineData("ＡＢＣ　１２３！", "abc 123!")]
    [InlineData("Ünited НАТО", "ünited нато")]
    [InlineData("𠮷𪚏", "𠮷𪚏")]
    [InlineData("", "")]
    public void Fold_String_ReturnsFoldedUnits(string text, string expected)
    {
        string folded = CharacterFold.Fold(text);

        Assert.Equal(expected, folded);
    }

    [Fact]
    public void Fold_StringThatIsFolded_ReturnsSameInstance()
    {
        string text = string.Concat("台湾", "abc");

        Assert.Same(text, CharacterFold.Fold(text));
    }

    [Fact]
    public void Fold_EveryUnit_IsIdempotentAndKeepsSurrogates()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char folded = CharacterFold.Fold((char)unit);

            Assert.Equal(folded, CharacterFold.Fold(folded));
            Assert.Equal(char.IsSurrogate((char)unit), char.IsSurrogate(folded));
            if (char.IsSurrogate(folded))
            {
                Assert.Equal((char)unit, folded);
            }
        }
    }

    [Fact]
    public void Fold_FullWidthAscii_GivesAsciiInLowerCase()
    {
        for (char ascii = '!'; ascii <= '~'; ascii++)
        {
            char fullWidth = (char)(ascii + 0xFEE0);

            Assert.Equal(char.ToLowerInvariant(ascii), CharacterFold.Fold(fullWidth));
        }
    }

    [Fact]
    public void Fold_LineFeed_StaysLineFeed()
    {
        Assert.Equal('\n', CharacterFold.Fold('\n'));
    }

    [Fact]
    public void Fold_OverlappingSpans_FoldsInPlace()
    {
        char[] text = "臺灣ABC".ToCharArray();

        CharacterFold.Fold(text, text);

        Assert.Equal("台湾abc", new string(text));
    }

    [Fact]
    public void Fold_ShortDestination_Throws()
    {
        Assert.Throws<ArgumentException>(() => CharacterFold.Fold("臺灣", new char[1]));
    }

    [SharedFact]
    public void Fold_EveryEntryOfTheKit_Agrees()
    {
        foreach (string line in File.ReadLines(RepositoryFolder.AtShared("eval", "tools", "fold_ext.tsv")))
        {
            string[] parts = line.Split('\t');

            Assert.Equal(parts[1], CharacterFold.Fold(parts[0]));
        }
    }

    [SharedFact]
    public void Fold_HanOutsideTheKit_StaysAsItIs()
    {
        var listed = File.ReadLines(RepositoryFolder.AtShared("eval", "tools", "fold_ext.tsv")).Select(line => line[0]).ToHashSet();
        for (char han = '\u3400'; han <= '\u9FFF'; han++)
        {
            if (!listed.Contains(han))
            {
                Assert.Equal(han, CharacterFold.Fold(han));
            }
        }
    }
}
