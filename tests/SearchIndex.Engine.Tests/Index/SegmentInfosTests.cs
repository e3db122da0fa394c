using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Index;

public sealed class SegmentInfosTests
{
    [Fact]
    public void ReadLatest_EmptyCommit_ReturnsWhatWasWritten()
    {
        using var directory = new MemoryDirectory();
        var commit = new SegmentInfos([])
        {
            Generation = 40,
            Version = 7,
            Counter = 123,
            UserData = new Dictionary<string, string> { ["builtAt"] = "2024" },
        };
        directory.Rename(commit.WritePending(directory, Lucene87Codec.Instance), commit.FileName);

        SegmentInfos read = SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);

        Assert.Equal("segments_14", commit.FileName);
        Assert.Equal((40, 7, 123, 8), (read.Generation, read.Version, read.Counter, read.IndexCreatedVersionMajor));
        Assert.Equal("2024", read.UserData["builtAt"]);
        Assert.Empty(read.Segments);
    }

    [Fact]
    public void ReadLatest_NoCommit_ThrowsIndexNotFound()
    {
        using var directory = new MemoryDirectory();

        Assert.Throws<IndexNotFoundException>(() => SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance));
    }

    [Fact]
    public void ReadLatest_EveryByteFlipped_ThrowsCorruptOrVersionProblem()
    {
        using var directory = new MemoryDirectory();
        var commit = new SegmentInfos([]) { Generation = 1, UserData = new Dictionary<string, string> { ["k"] = "v" } };
        directory.Rename(commit.WritePending(directory, Lucene87Codec.Instance), commit.FileName);
        byte[] sound = directory.ReadAllBytes(commit.FileName);

        for (int index = 0; index < sound.Length; index++)
        {
            byte[] damaged = [.. sound];
            damaged[index] ^= 0x55;
            directory.Overwrite(commit.FileName, damaged);
            Assert.Throws<CorruptIndexException>(() => SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance));
        }
    }

    [Theory]
    [InlineData("segments_1", true, 1)]
    [InlineData("segments_zz", true, 1295)]
    [InlineData("segments_", false, 0)]
    [InlineData("segments.gen", false, 0)]
    [InlineData("pending_segments_2", false, 0)]
    [InlineData("segments_A", false, 0)]
    public void TryParseGeneration_FileName_ReadsBase36(string name, bool isCommit, long generation)
    {
        bool parsed = SegmentInfos.TryParseGeneration(name, out long found);

        Assert.Equal((isCommit, isCommit ? generation : found), (parsed, found));
    }
}
