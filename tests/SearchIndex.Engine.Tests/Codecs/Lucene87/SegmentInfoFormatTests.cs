using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class SegmentInfoFormatTests : IDisposable
{
    private static readonly byte[] Id = [.. Enumerable.Range(1, 16).Select(number => (byte)number)];

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Write_SmallSegment_GivesTheBytesOfTheFormat()
    {
        Write(new SegmentInfo("_0", Id, 5)
        {
            Version = new LuceneVersion(8, 8, 1),
            MinVersion = new LuceneVersion(8, 7, 0),
            IsCompound = true,
            Files = ["_0.si"],
        });

        string expected = TestBytes.HexString(
            "00000008 00000008 00000001 | 01 00000008 00000007 00000000 | 00000005 | 01 | 00 | 01 05 5f302e7369 | 00 | 00");
        Assert.Equal(expected, TestBytes.Body(_directory, "_0.si", "Lucene86SegmentInfo"));
    }

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var segment = new SegmentInfo("_1a", Id, 1234)
        {
            MinVersion = new LuceneVersion(7, 1, 2),
            Diagnostics = new Dictionary<string, string> { ["source"] = "merge" },
            Attributes = new Dictionary<string, string> { ["mode"] = "x" },
            Files = ["_1a.si", "_1a.fnm", "_1a_Lucene84_0.doc"],
        };
        Write(segment);

        SegmentInfo read = Lucene87Codec.Instance.ReadSegmentInfo(_directory, "_1a", Id);

        Assert.Equal(
            (segment.Name, segment.MaxDoc, segment.Version, segment.MinVersion, segment.IsCompound),
            (read.Name, read.MaxDoc, read.Version, read.MinVersion, read.IsCompound));
        Assert.Equal(Id, read.Id.ToArray());
        Assert.Equal(segment.Diagnostics, read.Diagnostics);
        Assert.Equal(segment.Attributes, read.Attributes);
        Assert.Equal(segment.Files.Order(), read.Files.Order());
    }

    [Fact]
    public void Write_FilesWithoutTheSi_Throws()
    {
        Assert.Throws<ArgumentException>(() => Write(new SegmentInfo("_0", Id, 1) { Files = ["_0.fnm"] }));
    }

    [Fact]
    public void Read_OtherId_ThrowsCorruptIndex()
    {
        Write(new SegmentInfo("_0", Id, 1) { Files = ["_0.si"] });

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadSegmentInfo(_directory, "_0", new byte[16]));
    }

    [Theory]
    [InlineData(0, "_0.si")]
    [InlineData(-1, "_0.si")]
    [InlineData(1, "_01.fnm")]
    [InlineData(1, "../x")]
    public void Read_ImpossibleContent_ThrowsCorruptIndex(int maxDoc, string file)
    {
        Write(new SegmentInfo("_0", Id, maxDoc) { Files = ["_0.si", file] });

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadSegmentInfo(_directory, "_0", Id));
    }

    private void Write(SegmentInfo segment) => Lucene87Codec.Instance.WriteSegmentInfo(_directory, segment);
}
