using System.Text;
using SearchIndex.Engine.Analysis.SmartCn;
using SearchIndex.Testing;
using SearchIndex.Tools.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

public sealed class SentenceClassesTests
{
    [Fact]
    public void Parse_PackedList_GivesTheClassesOfTheList()
    {
        const string List = "# START END CLASS\n0 40 O\n41 5A U\n5B FFFE O\nFFFF FFFF ?\n10000 1FFFF L\n20000 10FFFF U\n";

        SentenceClasses classes = SentenceClasses.Parse(SentenceClassPacker.Pack(new StringReader(List)));

        Assert.Equal(SentenceClass.Other, classes.OfUnit('@'));
        Assert.Equal(SentenceClass.Upper, classes.OfUnit('A'));
        Assert.Equal(SentenceClass.Stop, classes.OfUnit('\uFFFF'));
        Assert.Equal(SentenceClass.Lower, classes.OfSupplementary(new Rune(0x10000)));
        Assert.Equal(SentenceClass.Lower, classes.OfSupplementary(new Rune(0x1FFFF)));
        Assert.Equal(SentenceClass.Upper, classes.OfSupplementary(new Rune(0x20000)));
        Assert.Equal(SentenceClass.Upper, classes.OfSupplementary(new Rune(0x10FFFF)));
    }

    [Theory]
    [InlineData("1 10FFFF O")]
    [InlineData("0 10 O\n12 10FFFF O")]
    [InlineData("0 10FFFF Z")]
    [InlineData("0 10FFFE O")]
    public void Pack_ListWithGapOrUnknownClass_Throws(string list)
    {
        Assert.Throws<InvalidDataException>(() => SentenceClassPacker.Pack(new StringReader(list)));
    }

    [Fact]
    public void Parse_DamagedBytes_ThrowsInvalidData()
    {
        Assert.Throws<InvalidDataException>(() => SentenceClasses.Parse([0x09, 0x00]));
        Assert.Throws<InvalidDataException>(() => SentenceClasses.Parse([0x00, 0x00]));
        Assert.Throws<InvalidDataException>(() => SentenceClasses.Parse([0x80, 0x80, 0x44, 0x0D]));
        Assert.Throws<InvalidDataException>(() => SentenceClasses.Parse([0x80, 0x80, 0x44, 0x00, 0x00]));
    }

    [SharedFact]
    public void Shared_ListOfTheSpec_IsWhatIsEmbedded()
    {
        using StreamReader list = File.OpenText(RepositoryFolder.AtShared("spec", "smartcn-sentence-classes.txt"));

        SentenceClasses expected = SentenceClasses.Parse(SentenceClassPacker.Pack(list));

        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.Equal(expected.OfUnit((char)unit), SentenceClasses.Shared.OfUnit((char)unit));
        }
    }
}
