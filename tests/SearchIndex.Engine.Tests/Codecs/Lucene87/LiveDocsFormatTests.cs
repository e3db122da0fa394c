using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class LiveDocsFormatTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void WriteLiveDocs_DocumentTwoOfFiveDeleted_GivesTheBytesOfTheExample()
    {
        string name = Write(5, generation: 36, deleted: 2);

        Assert.Equal("_0_10.liv", name);
        Assert.Equal("000000000000001b", TestBytes.Body(_directory, name, "Lucene50LiveDocs", "10"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void ReadLiveDocs_WhatWasWritten_GivesItBack(int maxDoc)
    {
        Write(maxDoc, 1, maxDoc / 2);

        FixedBitSet live = Lucene87Codec.Instance.ReadLiveDocs(_directory, Segment(maxDoc), 1, deletedCount: 1);

        Assert.Equal(maxDoc - 1, live.Cardinality());
        Assert.False(live[maxDoc / 2]);
    }

    [Fact]
    public void ReadLiveDocs_OtherCountOrLengthOrGeneration_ThrowsCorruptIndex()
    {
        Write(70, 1, 5);

        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadLiveDocs(_directory, Segment(70), 1, 2));
        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadLiveDocs(_directory, Segment(69), 1, 1));
        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadLiveDocs(_directory, Segment(200), 1, 1));
        _directory.Rename("_0_1.liv", "_0_2.liv");
        Assert.Throws<CorruptIndexException>(() => Lucene87Codec.Instance.ReadLiveDocs(_directory, Segment(70), 2, 1));
    }

    private static SegmentInfo Segment(int maxDoc) => new("_0", new byte[16], maxDoc);

    private string Write(int maxDoc, long generation, int deleted)
    {
        var live = new FixedBitSet(maxDoc);
        live.SetAll();
        live.Clear(deleted);
        return Lucene87Codec.Instance.WriteLiveDocs(_directory, Segment(maxDoc), generation, live);
    }
}
