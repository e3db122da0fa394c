using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class DirectoryReaderTests : IDisposable
{
    private readonly OpenFiles _directory = new();
    private readonly IndexWriter _writer;

    public DirectoryReaderTests()
    {
        _writer = Keyed.Open(_directory, Keyed.Config() with { MergePolicy = new TieredMergePolicy { MaxDeletedShare = 1 }, CompoundFileMaxBytes = 0 });
        Commit(("a", 1), ("b", 1));
        Commit(("c", 1), ("d", 1));
    }

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void OpenIfChanged_NothingCommitted_ReturnsNull()
    {
        using DirectoryReader reader = Open();
        _writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));
        _writer.Flush();

        Assert.Null(DirectoryReader.OpenIfChanged(reader));
    }

    [Fact]
    public void OpenIfChanged_NewSegment_OpensNothingElse()
    {
        using DirectoryReader before = Open();
        Commit(("e", 1));
        _directory.TakeOpened();

        using DirectoryReader after = DirectoryReader.OpenIfChanged(before)!;

        Assert.All(_directory.TakeOpened(), name => Assert.True(IsOf(after, 2, name) || IsMetadata(name), name));
        Assert.Same(before.Leaves[0].Reader, after.Leaves[0].Reader);
        Assert.Same(before.Leaves[1].Reader, after.Leaves[1].Reader);
        Assert.Equal(4, Keyed.ReadAll(before).Count);
        Assert.Equal(5, Keyed.ReadAll(after).Count);
    }

    [Fact]
    public void OpenIfChanged_OnlyDeletes_ReadsNothingButThem()
    {
        using DirectoryReader before = Open();
        _writer.DeleteDocuments(Keyed.Key("c"));
        _writer.Commit();
        _directory.TakeOpened();

        using DirectoryReader after = DirectoryReader.OpenIfChanged(before)!;

        Assert.Equal(["_1_1.liv"], _directory.TakeOpened().Where(name => !IsMetadata(name)));
        Assert.Same(before.Leaves[1].Reader.Core, after.Leaves[1].Reader.Core);
        Assert.Equal(2, after.Leaves[1].Reader.Core.Shares);
        Assert.Equal([("a", 1), ("b", 1), ("c", 1), ("d", 1)], Keyed.ReadAll(before));
        Assert.Equal([("a", 1), ("b", 1), ("d", 1)], Keyed.ReadAll(after));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Dispose_InAnyOrder_ClosesEveryFileOnce(params int[] order)
    {
        int openBefore = _directory.Open;
        DirectoryReader first = Open();
        _writer.DeleteDocuments(Keyed.Key("a"));
        Commit(("e", 1));
        DirectoryReader second = DirectoryReader.OpenIfChanged(first)!;
        _writer.DeleteDocuments(Keyed.Key("b"));
        Commit(("f", 1));
        DirectoryReader third = DirectoryReader.OpenIfChanged(second)!;
        DirectoryReader[] readers = [first, second, third];
        int[] documents = [4, 4, 4];

        foreach (int number in order)
        {
            Assert.Equal(documents[number], Keyed.ReadAll(readers[number]).Count);
            readers[number].Dispose();
            readers[number].Dispose(); // The second time does nothing.
        }

        Assert.Equal(openBefore, _directory.Open);
        Assert.Throws<ObjectDisposedException>(() => DirectoryReader.OpenIfChanged(third));
    }

    [Fact]
    public void OpenIfChanged_AfterMerge_OldReaderKeepsItsFiles()
    {
        using DirectoryReader before = Open();
        _writer.Optimize();
        _writer.Commit();

        using DirectoryReader after = DirectoryReader.OpenIfChanged(before)!;

        Assert.Single(after.Leaves);
        Assert.Equal(Keyed.ReadAll(before), Keyed.ReadAll(after));
    }

    [Fact]
    public void OpenIfChanged_IndexReplacedUnderTheSameNames_SharesNothing()
    {
        using DirectoryReader before = Open();
        _writer.Dispose();
        foreach (string name in _directory.ListAll())
        {
            _directory.DeleteFile(name);
        }

        using IndexWriter writer = Keyed.Open(_directory);
        writer.AddDocument(Keyed.Document("x", 1));
        writer.Commit();
        writer.AddDocument(Keyed.Document("y", 1));
        SegmentInfos commit = writer.Commit();

        using DirectoryReader after = DirectoryReader.OpenIfChanged(before)!;

        Assert.Equal((before.Commit.Generation, "_0"), (commit.Generation, after.Leaves[0].Reader.Commit.Info.Name));
        Assert.Equal([("x", 1), ("y", 1)], Keyed.ReadAll(after));
        Assert.Equal(4, Keyed.ReadAll(before).Count);
    }

    [Fact]
    public void OpenReader_AfterSmallChange_SharesWithTheLast()
    {
        int openBefore = _directory.Open;
        DirectoryReader first = _writer.OpenReader();
        _writer.UpdateDocument(Keyed.Key("a"), Keyed.Document("a", 2));
        _directory.TakeOpened();

        DirectoryReader second = _writer.OpenReader();

        Assert.All(_directory.TakeOpened(), name => Assert.True(IsOf(second, 2, name) || name == "_0_1.liv", name));
        Assert.Same(first.Leaves[0].Reader.Core, second.Leaves[0].Reader.Core);
        Assert.Same(first.Leaves[1].Reader, second.Leaves[1].Reader);
        Assert.Equal([("a", 1), ("b", 1), ("c", 1), ("d", 1)], Keyed.ReadAll(first));
        _writer.Dispose();
        Assert.Equal([("b", 1), ("c", 1), ("d", 1), ("a", 2)], Keyed.ReadAll(second));
        first.Dispose();
        second.Dispose();
        Assert.Equal(openBefore, _directory.Open);
    }

    private static bool IsOf(DirectoryReader reader, int leaf, string file) =>
        reader.Leaves[leaf].Reader.Commit.Files().Contains(file);

    private static bool IsMetadata(string name) =>
        name.StartsWith("segments_", StringComparison.Ordinal) || name.EndsWith(".si", StringComparison.Ordinal);

    private DirectoryReader Open() => DirectoryReader.Open(_directory, Lucene87Codec.Instance);

    private void Commit(params (string Key, long Value)[] documents)
    {
        foreach ((string key, long value) in documents)
        {
            _writer.AddDocument(Keyed.Document(key, value));
        }

        _writer.Commit();
    }
}
