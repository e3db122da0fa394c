using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;

namespace SearchIndex.Engine.Tests.Index;

public sealed class IndexRepairTests : IDisposable
{
    private const int DocumentsOfASegment = 20;

    private readonly MemoryDirectory _directory = SampleIndexes.Make(DocumentsOfASegment, segments: 3, longest: 20);
    private readonly MemoryDirectory _backup = new();

    public void Dispose()
    {
        _directory.Dispose();
        _backup.Dispose();
    }

    [Fact]
    public void Run_SoundIndex_ChangesNothing()
    {
        string[] before = [.. _directory.ListAll()];

        RepairReport report = Repair();

        Assert.False(report.Changed);
        Assert.Equal(before, _directory.ListAll());
        Assert.Empty(_backup.ListAll());
    }

    [Fact]
    public void Run_BrokenSegment_DropsItAfterACopy()
    {
        const string damaged = "_1.fdt";
        byte[] bytes = _directory.ReadAllBytes(damaged);
        bytes[60] ^= 1;
        _directory.Overwrite(damaged, bytes);
        string[] before = [.. _directory.ListAll()];

        RepairReport report = Repair();

        Assert.Equal(["_1"], report.Dropped.Select(segment => segment.Name));
        Assert.Equal(DocumentsOfASegment, report.LostDocuments);
        Assert.Equal(before, _backup.ListAll());
        Assert.Equal(bytes, _backup.ReadAllBytes(damaged));
        CheckIndexReport after = CheckIndex.Run(_directory, Lucene87Codec.Instance);
        Assert.True(after.IsClean, string.Join('\n', after.Lines()));
        Assert.Equal(["_0", "_2"], after.Segments.Select(segment => segment.Name));
        Assert.Equal("sample", SegmentInfos.ReadLatest(_directory, Lucene87Codec.Instance).UserData["note"]);
    }

    [Fact]
    public void Run_MissingFile_DropsTheSegment()
    {
        _directory.DeleteFile("_2.fnm");

        RepairReport report = Repair();

        Assert.Equal(["_2"], report.Dropped.Select(segment => segment.Name));
        Assert.True(CheckIndex.Run(_directory, Lucene87Codec.Instance).IsClean);
    }

    [Fact]
    public void Run_BrokenCommit_ThrowsAndChangesNothing()
    {
        byte[] bytes = _directory.ReadAllBytes("segments_1");
        bytes[50] ^= 1;
        _directory.Overwrite("segments_1", bytes);
        string[] before = [.. _directory.ListAll()];

        Assert.Throws<CorruptIndexException>(Repair);

        Assert.Equal(before, _directory.ListAll());
    }

    [Fact]
    public void Run_WriterAtWork_IsRefused()
    {
        using IDisposable writer = _directory.ObtainLock("write.lock");

        Assert.Throws<LockObtainFailedException>(Repair);
    }

    private RepairReport Repair() => IndexRepair.Run(_directory, Lucene87Codec.Instance, () => _backup);
}
