using SearchIndex.News.Variants;

namespace SearchIndex.News.Tests.Variants;

public sealed class VariantClashesTests
{
    [Theory]
    [InlineData("person\t萨特|沙特\ncountry\t沙特|沙烏地", 1)]
    [InlineData("person\t萨特|沙特?\ncountry\t沙特|沙烏地", 1)]
    [InlineData("person\t萨特|沙特?\ncountry\t沙特?|沙烏地", 0)]
    [InlineData("person\t萨特|沙特\ncountry\t薩特|沙烏地\ncountry\t沙特|甲乙", 2)]
    [InlineData("person\t萨特|甲乙\ncountry\t沙特|沙烏地", 0)]
    public void Find_FormInTwoGroups_ClashesUnlessAmbiguousInBoth(string file, int count)
    {
        Assert.Equal(count, Find(file).Count(clash => clash.Kind == VariantClashKind.InTwoGroups));
    }

    [Theory]
    [InlineData("person\t布希|布什\nperson\t布希亞|鮑德里亞", 1)]
    [InlineData("person\t布希!(布希亞)|布什\nperson\t布希亞|鮑德里亞", 0)]
    [InlineData("person\t布希?|布什\nperson\t布希亞|鮑德里亞", 0)]
    [InlineData("word\t奧運|奧運會", 0)]
    public void Find_PartOfAFormOfAnotherGroup_IsListedUnlessMarked(string file, int count)
    {
        IReadOnlyList<VariantClash> clashes = Find(file);

        Assert.Equal(count, clashes.Count);
        Assert.All(clashes, clash => Assert.Equal((VariantClashKind.PartOfOther, "布希", "布希亞", 1, 2), (clash.Kind, clash.Form.Text, clash.OtherForm.Text, clash.Group.Line, clash.Other.Line)));
    }

    [Fact]
    public void CountArticles_FormsInTitlesAndBodies_AreCountedInEitherScript()
    {
        using var archive = new Query.SmallArchive(
            ("a.txt", Query.SmallArchive.Article("川普訪問", "軟體公司")),
            ("b.txt", Query.SmallArchive.Article("访问", "软体公司与川普")),
            ("c.txt", Query.SmallArchive.Article("访问", "特朗普", host: "other.example")));
        using VariantIndex index = VariantIndex.Open(archive.IndexFolder);
        VariantTable table = VariantTable.Read(new StringReader("person\t特朗普|川普\nword\t软件|軟體"), "test.tsv");

        int[] counts = [.. table.Groups.SelectMany(group => group.Forms).Select(form => index.CountArticles(form))];

        Assert.Equal([1, 2, 0, 2], counts);
        Assert.Equal(["特朗普", "軟體公司", "软体公司与川普"], index.Bodies().Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<VariantClash> Find(string file) => VariantClashes.Find(VariantTable.Read(new StringReader(file), "test.tsv"));
}
