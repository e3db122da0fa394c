using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class NormsTests
{
    [Fact]
    public void WriteField_ThreeDocuments_GivesTheBytesOfTheExample()
    {
        var segment = new SegmentFixture(3, SegmentFixture.TextField("body", 0));

        segment.WriteNorms(norms => norms.WriteField(segment["body"], null, [2, 5, 2]));

        Assert.Equal(
            TestBytes.HexString("00000000 | ffffffffffffffff | 0000000000000000 | ffff | ff | 00000003 | 01 | 000000000000002b | ffffffff"),
            TestBytes.Body(segment.Memory, "_0.nvm", Lucene80NormsFormat.MetaCodec));
        Assert.Equal("020502", TestBytes.Body(segment.Memory, "_0.nvd", Lucene80NormsFormat.DataCodec));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 3)]
    [InlineData(70_000, 5)]
    [InlineData(200_000, 40)]
    public void GetNorms_RandomLengths_GivesThemBack(int maxDoc, int oneIn)
    {
        var random = new Random(maxDoc + oneIn);
        var docs = new FixedBitSet(maxDoc);
        var norms = new byte[maxDoc];
        for (int doc = 0; doc < maxDoc; doc++)
        {
            norms[doc] = (byte)random.Next(256);
            if (random.Next(oneIn) == 0)
            {
                docs.Set(doc);
            }
        }

        NumericDocValues read = RoundTrip(docs, norms);

        for (int doc = docs.NextSetBit(0); doc >= 0; doc = docs.NextSetBit(doc + 1))
        {
            Assert.Equal(doc, read.NextDoc());
            Assert.Equal((sbyte)norms[doc], read.Value);
        }

        Assert.Equal(DocIdSetIterator.NoMoreDocs, read.NextDoc());
        read = RoundTrip(docs, norms);
        for (int doc = 0; doc < maxDoc; doc += 1 + random.Next(7))
        {
            Assert.Equal(docs[doc], read.AdvanceExact(doc));
            Assert.True(!docs[doc] || read.Value == (sbyte)norms[doc], $"norm of {doc}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(200)]
    public void GetNorms_EqualLengths_TakesNoData(byte norm)
    {
        var segment = new SegmentFixture(100, SegmentFixture.TextField("body", 0));
        segment.WriteNorms(norms => norms.WriteField(segment["body"], null, [.. Enumerable.Repeat(norm, 100)]));

        using NormsProducer producer = SegmentFixture.Codec.OpenNorms(segment.State)!;
        NumericDocValues read = producer.GetNorms(segment["body"]);

        Assert.Empty(TestBytes.Body(segment.Memory, "_0.nvd", Lucene80NormsFormat.DataCodec));
        Assert.True(read.AdvanceExact(99));
        Assert.Equal((sbyte)norm, read.Value);
    }

    [Fact]
    public void GetNorms_NoDocumentHasTheField_IsEmpty()
    {
        NumericDocValues read = RoundTrip(new FixedBitSet(10), new byte[10]);

        Assert.False(read.AdvanceExact(3));
        Assert.Equal(DocIdSetIterator.NoMoreDocs, read.NextDoc());
    }

    [Fact]
    public void OpenNorms_NoFieldHasNorms_ReturnsNull()
    {
        var segment = new SegmentFixture(1, SegmentFixture.Field("stored", 0, DocValuesType.None));

        Assert.Null(SegmentFixture.Codec.OpenNorms(segment.State));
    }

    [Fact]
    public void OpenNorms_FieldWithoutEntry_ThrowsCorruptIndex()
    {
        var segment = new SegmentFixture(3, SegmentFixture.TextField("body", 0), SegmentFixture.TextField("title", 1));
        segment.WriteNorms(norms => norms.WriteField(segment["body"], null, [2, 5, 2]));

        Assert.Throws<CorruptIndexException>(() => SegmentFixture.Codec.OpenNorms(segment.State));
    }

    private static NumericDocValues RoundTrip(FixedBitSet docs, byte[] norms)
    {
        var segment = new SegmentFixture(norms.Length, SegmentFixture.TextField("other", 3), SegmentFixture.TextField("body", 0));
        segment.WriteNorms(consumer =>
        {
            consumer.WriteField(segment["other"], null, norms);
            consumer.WriteField(segment["body"], docs, norms);
        });
        NormsProducer producer = SegmentFixture.Codec.OpenNorms(segment.State)!;
        producer.CheckIntegrity();
        return producer.GetNorms(segment["body"]);
    }
}
