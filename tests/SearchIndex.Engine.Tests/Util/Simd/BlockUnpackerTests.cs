using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class BlockUnpackerTests
{
    private const int Seed = 41;

    public static TheoryData<int> AllBits => [.. Enumerable.Range(1, ForLayout.MaxBits)];

    [Theory]
    [MemberData(nameof(AllBits))]
    public void Unpack_PackedNumbers_GivesThemBackWithBothBodies(int bits)
    {
        var random = new Random(Seed + bits);
        for (int round = 0; round < 20; round++)
        {
            int[] values = [.. Enumerable.Range(0, ForLayout.BlockSize).Select(_ => (int)random.NextInt64(1L << bits))];
            values[random.Next(values.Length)] = (int)((1L << bits) - 1);
            byte[] packed = new byte[ForLayout.ByteCount(bits)];
            BlockPacker.Pack(values, bits, packed);
            int[] scalar = new int[ForLayout.BlockSize];
            int[] vectors = new int[ForLayout.BlockSize];

            BlockUnpacker.Unpack<ScalarOnly>(packed, bits, scalar);
            BlockUnpacker.Unpack<HardwareVectors>(packed, bits, vectors);

            Assert.Equal(values, scalar);
            Assert.Equal(values, vectors);
        }
    }

    [Fact]
    public void Unpack_TooFewBytes_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockUnpacker.Unpack(new byte[15], 1, new int[ForLayout.BlockSize]));
}
