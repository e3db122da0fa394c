using SearchIndex.Tools.Unihan;

namespace SearchIndex.Engine.Tests.Tools;

public sealed class UnihanTests
{
    [Theory]
    [InlineData("zhèng", "zheng")]
    [InlineData("lüè", "lve")]
    [InlineData("nǚ", "nv")]
    [InlineData("ǹg", null)]
    public void WithoutTone_Syllable_IsTypedForm(string syllable, string? typed) => Assert.Equal(typed, PinyinSyllable.WithoutTone(syllable));

    [Fact]
    public void PinyinTable_OfReadings_PutsUsualReadingFirstAndFoldsVariants()
    {
        const string readings = """
            # a comment
            U+4E50	kHanyuPinlu	lè(283) yuè(54)
            U+4E50	kMandarin	lè
            U+4E50	kXHC1983	0683.040,0683.050:lè 1430.060:yuè
            U+6A02	kMandarin	lè
            U+4E50	kDefinition	happy
            """;
        using var table = new StringWriter();

        PinyinCommand.Write(new StringReader(readings), table);

        Assert.Equal(["le\t乐\t", "yue\t\t乐"], DataLines(table));
    }

    [Fact]
    public void LookAlikes_OfPhoneticSeries_HaveCommonCharactersOnly()
    {
        const string dictionary = """
            U+90CE	kPhonetic	796 832
            U+6717	kPhonetic	796*
            U+6879	kPhonetic	796
            U+90CE	kFrequency	3
            U+6717	kGradeLevel	4
            """;
        using var table = new StringWriter();

        LookAlikeCommand.Write([new StringReader(dictionary)], table);

        string[] lines = DataLines(table);
        Assert.Contains("未末", lines);
        Assert.Equal("朗郎", lines[^1]);
    }

    [Fact]
    public void UnihanFile_LineWithoutColumns_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => UnihanFile.Read(new StringReader("U+4E50"), "kMandarin").Count());

    private static string[] DataLines(StringWriter table) =>
        [.. table.ToString().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
