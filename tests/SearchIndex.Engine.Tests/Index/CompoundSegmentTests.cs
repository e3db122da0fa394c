using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class CompoundSegmentTests : IDisposable
{
    private readonly OpenFiles _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Commit_SmallSegment_IsThreeFiles()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Keyed.Document("a", 1));

        SegmentInfos commit = writer.Commit();

        Assert.Equal(["_0.cfe", "_0.cfs", "_0.si", "segments_1"], _directory.ListAll());
        Assert.True(commit.Segments[0].Info.IsCompound);
        Assert.Equal([("a", 1)], Keyed.ReadAll(_directory));
    }

    [Fact]
    public void Commit_LargerThanTheLimit_IsNotPacked()
    {
        using IndexWriter writer = Open(maxBytes: 100);
        writer.AddDocument(Keyed.Document("a", 1));

        SegmentInfos commit = writer.Commit();

        Assert.False(commit.Segments[0].Info.IsCompound);
        Assert.DoesNotContain(_directory.ListAll(), name => name.EndsWith(".cfs", StringComparison.Ordinal));
    }

    [Fact]
    public void Optimize_ThenDelete_KeepsTheGenerationOutside()
    {
        using IndexWriter writer = Open();
        for (int number = 0; number < 6; number++)
        {
            writer.AddDocument(Keyed.Document($"{number}", 1));
            writer.Flush();
        }

        writer.Optimize();
        writer.DeleteDocuments(Keyed.Key("3"));

        writer.Commit();

        Assert.Equal(["_6.cfe", "_6.cfs", "_6.si", "_6_1.liv", "segments_1"], _directory.ListAll());
        Assert.Equal(5, Keyed.ReadAll(_directory).Count);
        CheckIndexReport report = CheckIndex.Run(_directory, Lucene87Codec.Instance);
        Assert.True(report.IsClean, string.Join('\n', report.Lines()));
    }

    [Fact]
    public void Commit_PackedFilesCannotBeDeleted_GoWithTheNextCommit()
    {
        using IndexWriter writer = Open();
        _directory.FailsToDelete = true;
        writer.AddDocument(Keyed.Document("a", 1));
        SegmentInfos commit = writer.Commit();
        Assert.True(_directory.FileExists("_0.fdt"));
        Assert.DoesNotContain("_0.fdt", commit.Files());
        _directory.FailsToDelete = false;

        writer.Commit();

        Assert.Equal(["_0.cfe", "_0.cfs", "_0.si", "segments_2"], _directory.ListAll());
    }

    private IndexWriter Open(long maxBytes = 1 << 20) => Keyed.Open(_directory, Keyed.Config() with
    {
        MergePolicy = new TieredMergePolicy { MaxDeletedShare = 1 },
        CompoundFileMaxBytes = maxBytes,
    });
}
