using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class DirectMonotonicTests
{
    [Fact]
    public void Write_TheTestVector_GivesItsBytes()
    {
        (byte[] meta, byte[] data) = Write([0, 13, 20, 45, 45, 70], blockShift: 16);

        Assert.Equal(TestBytes.HexString("fffffffffffffff5 41600000 0000000000000000 04"), Convert.ToHexStringLower(meta));
        Assert.Equal("ba3e0b000000", Convert.ToHexStringLower(data));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(16, 4)]
    [InlineData(17, 4)]
    [InlineData(1000, 4)]
    [InlineData(1000, 16)]
    public void Get_RandomSequence_GivesItBack(int count, int blockShift)
    {
        var random = new Random(count + blockShift);
        long[] values = new long[count];
        long last = -5;
        for (int index = 0; index < count; index++)
        {
            last += random.Next(10) == 0 ? random.NextInt64(1L << 40) : random.Next(3);
            values[index] = last;
        }

        DirectMonotonicReader reader = RoundTrip(values, blockShift);

        Assert.Equal(values, Enumerable.Range(0, count).Select(index => reader.Get(index)));
    }

    [Fact]
    public void Get_StraightLine_TakesNoData()
    {
        (byte[] _, byte[] data) = Write([.. Enumerable.Range(0, 100).Select(index => 7L + (index * 5))], blockShift: 10);

        Assert.Empty(data);
    }

    [Fact]
    public void FindFloor_KeysBetweenValues_FindsTheLastNotAbove()
    {
        DirectMonotonicReader reader = RoundTrip([0, 10, 10, 25], blockShift: 10);

        Assert.Equal(-1, reader.FindFloor(-1));
        Assert.Equal(0, reader.FindFloor(9));
        Assert.Equal(2, reader.FindFloor(10));
        Assert.Equal(3, reader.FindFloor(1000));
    }

    [Fact]
    public void ReadMeta_MoreBlocksThanBytes_ThrowsCorruptIndex()
    {
        using IndexInput meta = TestBytes.Open(new byte[100]);

        Assert.Throws<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(meta, long.MaxValue, 16));
        Assert.Throws<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(meta, 10, 63));
    }

    [Fact]
    public void SetData_ShorterThanABlock_ThrowsCorruptIndex()
    {
        (byte[] metaBytes, byte[] dataBytes) = Write([0, 13, 20, 45, 45, 70], blockShift: 16);
        using IndexInput meta = TestBytes.Open(metaBytes);
        using IndexInput data = TestBytes.Open(dataBytes);
        DirectMonotonicReader reader = DirectMonotonicReader.ReadMeta(meta, 6, 16);

        Assert.Throws<CorruptIndexException>(() => reader.SetData(data, 0, 2));
        Assert.Throws<CorruptIndexException>(() => reader.SetData(data, 4, 6));
        Assert.Throws<CorruptIndexException>(() => reader.SetData(data, -1, 6));
    }

    private static DirectMonotonicReader RoundTrip(long[] values, int blockShift)
    {
        (byte[] meta, byte[] data) = Write(values, blockShift);
        DirectMonotonicReader reader = DirectMonotonicReader.ReadMeta(TestBytes.Open(meta), values.Length, blockShift);
        reader.SetData(TestBytes.Open([1, 2, .. data]), 2, data.Length);
        return reader;
    }

    private static (byte[] Meta, byte[] Data) Write(long[] values, int blockShift)
    {
        byte[] data = [];
        byte[] meta = TestBytes.Write(metaOutput =>
            data = TestBytes.Write(dataOutput => DirectMonotonicWriter.Write(metaOutput, dataOutput, values, blockShift)));
        return (meta, data);
    }
}
