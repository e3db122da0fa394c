using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

public sealed class DataFoldersTests
{
    [Fact]
    public void DefaultIndex_DataInTheCurrentFolder_IsThere()
    {
        using var folder = new TemporaryFolder();
        folder.Write("here/index-data/articles/a.txt", "a");
        folder.Write("checkout/SearchIndex.sln", string.Empty);

        var folders = new DataFolders(folder.At("here"), folder.At("checkout"));

        Assert.Equal(folder.At("here", "index-data", "index"), folders.DefaultIndex);
        Assert.Equal(folder.At("here", "index-data", "articles"), folders.SampleArticles);
    }

    [Fact]
    public void DefaultIndex_ProgramInACheckout_IsInTheCheckout()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checkout/SearchIndex.sln", string.Empty);
        folder.Write("checkout/artifacts/bin/searchindex", string.Empty);

        var folders = new DataFolders(folder.Path, folder.At("checkout", "artifacts", "bin"));

        Assert.Equal(folder.At("checkout", "index-data", "index"), folders.DefaultIndex);
        Assert.Null(folders.SampleArticles);
    }

    [Fact]
    public void DefaultIndex_Nowhere_IsInTheCurrentFolder()
    {
        using var folder = new TemporaryFolder();

        var folders = new DataFolders(folder.Path, folder.Path);

        Assert.Equal(folder.At("index-data", "index"), folders.DefaultIndex);
    }
}
