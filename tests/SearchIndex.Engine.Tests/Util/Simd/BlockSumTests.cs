using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class BlockSumTests
{
    private const int Seed = 42;

    [Fact]
    public void Run_AnyLength_AddsAllNumbersWithBothBodies()
    {
        var random = new Random(Seed);
        for (int length = 0; length <= 3 * ForLayout.BlockSize; length++)
        {
            int[] values = [.. Enumerable.Range(0, length).Select(_ => random.Next())];
            long expected = values.Sum(value => (long)value);

            Assert.Equal(expected, BlockSum.Run<ScalarOnly>(values));
            Assert.Equal(expected, BlockSum.Run<HardwareVectors>(values));
        }
    }
}
