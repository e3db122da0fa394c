using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Query;
using SearchIndex.News.Snapshots;
using SearchIndex.Testing;

namespace SearchIndex.News.Tests.Snapshots;

/// <summary>Copies of an index, and the way back.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private const int Rounds = 12;

    private readonly TemporaryFolder _folder = new();

    private string Index => _folder.At("index");

    private SnapshotFolder Snapshots => new(_folder.At("snapshots"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_ThenTheIndexMovesOn_TheCopyStays(bool asCopies)
    {
        await BuildAsync("北约");
        IndexCopy copy = Snapshots.Create(Index, "first", asCopies);
        await BuildAsync("北约", "恐龙");

        Assert.Equal(("first", 1), (copy.Name, copy.Articles));
        Assert.Equal(0, Found(copy.Folder, "恐龙"));
        Assert.Equal(1, Found(copy.Folder, "北约"));
        Assert.True(NewsIndexer.Verify(copy.Folder).Clean);
        Assert.Equal([copy], Snapshots.List());
    }

    [Fact]
    public async Task Restore_Copy_TakesThePlaceAndKeepsWhatWasThere()
    {
        await BuildAsync("北约");
        Snapshots.Create(Index, "first");
        await BuildAsync("恐龙");
        using NewsSearcher running = NewsSearcher.Open(Index);

        string? before = Snapshots.Restore("first", Index);

        Assert.True(running.Refresh());
        Assert.Equal(1, running.Search(new SearchRequest { Query = "北约" }).Articles);
        Assert.Equal(1, Found(before!, "恐龙"));
        UpdateReport report = await NewsIndexer.UpdateAsync([_folder.At("articles")], Index, new UpdateOptions(), progress: null, CancellationToken.None);
        Assert.True(report.Committed);
        Assert.Equal(1, Found(Index, "恐龙"));
        Assert.True(NewsIndexer.Verify(Snapshots.List().Single().Folder).Clean);
    }

    [Fact]
    public async Task Restore_WithoutAnIndex_MakesOne()
    {
        await BuildAsync("北约");
        Snapshots.Create(Index, "first");
        Directory.Delete(Index, recursive: true);

        Assert.Null(Snapshots.Restore("first", Index, asCopies: true));

        Assert.Equal(1, Found(Index, "北约"));
    }

    [Fact]
    public async Task Restore_DamagedCopy_LeavesTheIndex()
    {
        await BuildAsync("北约");
        IndexCopy copy = Snapshots.Create(Index, "first", asCopies: true);
        foreach (string file in Directory.GetFiles(copy.Folder, "segments_*"))
        {
            await File.WriteAllTextAsync(file, "no index at all");
        }

        Assert.Throws<CorruptIndexException>(() => Snapshots.Restore("first", Index));

        Assert.Equal(1, Found(Index, "北约"));
        Assert.Empty(Directory.GetDirectories(_folder.Path, "*.restoring"));
    }

    [Fact]
    public async Task Restore_WhileSomebodyWrites_IsRefused()
    {
        await BuildAsync("北约");
        Snapshots.Create(Index, "first");
        using var directory = new FSDirectory(Index);
        using IDisposable held = directory.ObtainLock("write.lock");

        Assert.Throws<LockObtainFailedException>(() => Snapshots.Restore("first", Index));

        Assert.Equal(1, Found(Index, "北约"));
    }

    [Fact]
    public async Task Create_WhileTheIndexIsWritten_IsOneCommitEachTime()
    {
        await BuildAsync("北约");
        Task writing = Task.Run(async () =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                await BuildAsync("北约", "恐龙");
            }
        });
        int copies = 0;
        do
        {
            Snapshots.Create(Index, string.Create(CultureInfo.InvariantCulture, $"copy-{copies++}"));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.Equal(copies, Snapshots.List().Count);
        Assert.All(Snapshots.List(), copy => Assert.True(NewsIndexer.Verify(copy.Folder).Clean, copy.Name));
    }

    [Fact]
    public async Task Create_NameThatIsTaken_IsRefused()
    {
        await BuildAsync("北约");
        Snapshots.Create(Index, "first");

        Assert.Throws<IOException>(() => Snapshots.Create(Index, "first"));
        Assert.Throws<IndexNotFoundException>(() => Snapshots.Create(_folder.At("nowhere"), "second"));
        Assert.Throws<IndexNotFoundException>(() => Snapshots.Restore("nobody", Index));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData(".hidden", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("名字", false)]
    [InlineData("before-2.0_x", true)]
    public void IsName_Names_LeadNowhereElse(string name, bool expected) => Assert.Equal(expected, SnapshotFolder.IsName(name));

    private static int Found(string index, string query)
    {
        using NewsSearcher searcher = NewsSearcher.Open(index);
        return searcher.Search(new SearchRequest { Query = query }).Articles;
    }

    private Task<IngestReport> BuildAsync(params string[] titles)
    {
        if (Directory.Exists(_folder.At("articles")))
        {
            Directory.Delete(_folder.At("articles"), recursive: true);
        }

        foreach (string title in titles)
        {
            _folder.Write(
                $"articles/{title}.txt", $"<!--1683770436640-->\n[{title}](https://www.dw.com/zh/{Uri.EscapeDataString(title)})\n------\n\n<div><p>{title}的消息。</p></div>\n");
        }

        return NewsIndexer.RebuildAsync([_folder.At("articles")], Index, new RebuildOptions { Threads = 1 }, progress: null, CancellationToken.None);
    }
}
