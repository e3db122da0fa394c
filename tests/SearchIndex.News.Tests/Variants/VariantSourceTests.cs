using SearchIndex.News.Variants;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Variants;

public sealed class VariantSourceTests
{
    private static readonly DateTime Later = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Current_WithoutAFile_IsTheEmbeddedTable()
    {
        var source = new VariantSource();

        Assert.Same(VariantTable.Embedded, source.Current);
        Assert.False(source.Refresh());
    }

    [Fact]
    public void Refresh_ChangedFile_GivesANewTableAndLeavesTheOld()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("variants.tsv", "word\t软件|軟體\n");
        var source = new VariantSource(path);
        VariantTable before = source.Current;

        Assert.False(source.Refresh());
        File.WriteAllText(path, "word\t软件|軟體\nword\tbroken\nword\t网络|網路\n");
        Assert.True(source.Refresh());
        Assert.False(source.Refresh());

        Assert.Single(before.Groups);
        Assert.Equal(2, source.Current.Groups.Count);
        Assert.Equal(2, Assert.Single(source.Current.Problems).Line);
    }

    [Fact]
    public void Refresh_SameSizeOtherTime_ReadsAgain()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("variants.tsv", "word\t软件|軟體\n");
        var source = new VariantSource(path);

        File.WriteAllText(path, "word\t网络|網路\n");
        File.SetLastWriteTimeUtc(path, Later);

        Assert.True(source.Refresh());
        Assert.Equal("网络", source.Current.Groups[0].Forms[0].Text);
    }

    [Fact]
    public void Refresh_FileGone_ThrowsAndKeepsTheTable()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("variants.tsv", "word\t软件|軟體\n");
        var source = new VariantSource(path);
        File.Delete(path);

        Assert.Throws<FileNotFoundException>(() => source.Refresh());
        Assert.Single(source.Current.Groups);
    }

    [Fact]
    public void Create_MissingFile_Throws()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<FileNotFoundException>(() => new VariantSource(folder.At("none.tsv")));
    }
}
