using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

public sealed class VariantTableDiffTests
{
    private const string Before = "word\t软件|軟體\nperson\t特朗普|川普\tTrump\nplace\t悉尼|雪梨?(澳洲)\n";

    [Theory]
    [InlineData("")]
    [InlineData("# comment\n")]
    public void Find_SameGroups_HasNothing(string more)
    {
        Assert.Empty(Find("place\t雪梨?(澳洲)|悉尼\tanother note\n" + more + "person\t特朗普|川普\nword\t软件|軟體\n"));
    }

    [Theory]
    [InlineData("word\t软件|軟體\nperson\t特朗普|川普|杜林普\nplace\t悉尼|雪梨?(澳洲)\n", "特朗普|川普 -> 特朗普|川普|杜林普")]
    [InlineData("word\t软件|軟體\nperson\t特朗普|川普\nplace\t悉尼|雪梨??(澳洲)\n", "悉尼|雪梨?(澳洲) -> 悉尼|雪梨??(澳洲)")]
    [InlineData("word\t软件|軟體\nperson\t特朗普|川普!(川普山)\nplace\t悉尼|雪梨?(澳洲)\n", "特朗普|川普 -> 特朗普|川普!(川普山)")]
    [InlineData("person\t特朗普|川普\nplace\t悉尼|雪梨?(澳洲)\n", "软件|軟體 -> ")]
    [InlineData(Before + "word\t导弹|飛彈\n", " -> 导弹|飛彈")]
    [InlineData("word\t网络|網路\nperson\t特朗普|川普\nplace\t悉尼|雪梨?(澳洲)\n", "软件|軟體 -> ;  -> 网络|網路")]
    [InlineData(Before + "word\t软件|軟體\n", " -> 软件|軟體")]
    [InlineData("company\t软件|軟體\nperson\t特朗普|川普\nplace\t悉尼|雪梨?(澳洲)\n", "软件|軟體 -> 软件|軟體")]
    public void Find_OtherGroups_TellsWhatBecameOfThem(string after, string expected)
    {
        Assert.Equal(expected, string.Join("; ", Find(after).Select(change => $"{Describe(change.Before)} -> {Describe(change.After)}")));
    }

    private static IReadOnlyList<VariantGroupChange> Find(string after) => VariantTableDiff.Find(Parse(Before), Parse(after));

    private static VariantTable Parse(string text) => VariantTable.Read(new StringReader(text), "variants.tsv");

    private static string Describe(VariantGroup? group) => group is null ? string.Empty : string.Join('|', group.Forms.Select(form => form.Describe()));
}
