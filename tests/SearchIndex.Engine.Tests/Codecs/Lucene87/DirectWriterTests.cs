using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class DirectWriterTests
{
    [Fact]
    public void Add_ThreeNumbersOfTwelveBits_GivesTheBytesOfTheTestVector()
    {
        Assert.Equal("0010020030000000", Convert.ToHexStringLower(Pack(12, [1, 2, 3])));
    }

    [Fact]
    public void Add_NumbersOfTwoBits_GivesTheBytesOfTheExample()
    {
        Assert.Equal("18000000", Convert.ToHexStringLower(Pack(2, [0, 1, 2])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(48)]
    [InlineData(56)]
    [InlineData(64)]
    public void Get_RandomNumbersOfAWidth_GivesThemBack(int width)
    {
        var random = new Random(width);
        for (int count = 0; count < 40; count++)
        {
            ulong[] values =
                [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - width))];

            byte[] bytes = Pack(width, values);

            Assert.Equal(DirectWriter.ByteCount(count, width), bytes.Length);
            using IndexInput input = TestBytes.Open([0xEE, .. bytes]);
            Assert.Equal(values, Enumerable.Range(0, count).Select(index => DirectReader.Get(input, 1, width, index)));
        }
    }

    [Theory]
    [InlineData(0UL, 1)]
    [InlineData(1UL, 1)]
    [InlineData(2UL, 2)]
    [InlineData(15UL, 4)]
    [InlineData(16UL, 8)]
    [InlineData(256UL, 12)]
    [InlineData(0x10000UL, 20)]
    [InlineData(0x1FFFFFFUL, 28)]
    [InlineData(0x100000000UL, 40)]
    [InlineData(ulong.MaxValue, 64)]
    public void BitsRequired_LargestNumber_RoundsUpToAWidth(ulong largest, int expected)
    {
        Assert.Equal(expected, DirectWriter.BitsRequired(largest));
    }

    [Fact]
    public void Get_BeyondTheData_ThrowsCorruptIndex()
    {
        using IndexInput input = TestBytes.Open(Pack(12, [1, 2, 3]));

        Assert.Throws<CorruptIndexException>(() => DirectReader.Get(input, 0, 12, 5));
        Assert.Throws<CorruptIndexException>(() => DirectReader.CheckWidth(3, input));
    }

    private static byte[] Pack(int width, ulong[] values) => TestBytes.Write(output =>
    {
        var writer = new DirectWriter(output, width);
        Array.ForEach(values, writer.Add);
        writer.Finish();
    });
}
