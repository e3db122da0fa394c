using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Judge;

namespace SearchIndex.Engine.Tests.Index;

public sealed class CheckIndexTests : IDisposable
{
    private readonly MemoryDirectory _directory = SampleIndexes.Make(documents: 30, segments: 2, longest: 20);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Run_SoundIndex_HasASectionForEachSegment()
    {
        CheckIndexReport report = Check();

        Assert.Equal(CheckVerdict.Clean, report.Verdict);
        Assert.Equal(60, report.Documents);
        string[] lines = [.. report.Lines()];
        Assert.Equal("commit segments_1: 2 segments, 60 documents in sound ones", lines[0]);
        Assert.Equal("segment _0: 30 documents, 0 deleted", lines[1]);
        Assert.StartsWith("  files: ", lines[2], StringComparison.Ordinal);
        Assert.Contains("segment _1: 30 documents, 0 deleted", lines);
        Assert.Equal("verdict: clean", lines[^1]);
    }

    [Fact]
    public void Run_BrokenPart_HidesNoOther()
    {
        byte[] bytes = _directory.ReadAllBytes("_0_Lucene84_0.doc");
        bytes.AsSpan(bytes.Length / 2, 20).Clear(); // Steps of nothing from document to document.
        _directory.Overwrite("_0_Lucene84_0.doc", Damager.Repair(bytes));

        CheckIndexReport report = Check();

        Assert.Equal(CheckVerdict.Corrupt, report.Verdict);
        Assert.Equal(30, report.Documents);
        Assert.Equal(["terms and postings"], report.Segments[0].Parts.Where(part => part.Problem is not null).Select(part => part.Part));
        Assert.Contains("stored fields", report.Segments[0].Parts.Select(part => part.Part));
        Assert.True(report.Segments[1].IsSound);
    }

    [Theory]
    [InlineData("pending_segments_2", "never finished")]
    [InlineData("_9.fdt", "no segment")]
    public void Run_Leftover_IsDrift(string name, string expected)
    {
        _directory.Overwrite(name, [1, 2, 3]);

        CheckIndexReport report = Check();

        Assert.Equal(CheckVerdict.Drift, report.Verdict);
        Assert.Contains(expected, Assert.Single(report.Drifts), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OtherFile_IsNoBusinessOfOurs()
    {
        _directory.Overwrite("notes.txt", [1]);

        Assert.Equal(CheckVerdict.Clean, Check().Verdict);
    }

    [Fact]
    public void Run_NoIndex_Throws()
    {
        using var empty = new MemoryDirectory();

        Assert.Throws<IndexNotFoundException>(() => CheckIndex.Run(empty, Lucene87Codec.Instance));
    }

    private CheckIndexReport Check() => CheckIndex.Run(_directory, Lucene87Codec.Instance);
}
