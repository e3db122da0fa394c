using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class PrefixSumTests
{
    private const int Seed = 42;

    [Fact]
    public void Run_AnyLength_AddsAllNumbersBeforeWithBothBodies()
    {
        var random = new Random(Seed);
        for (int length = 0; length <= 3 * ForLayout.BlockSize; length++)
        {
            int start = random.Next();
            int[] deltas = [.. Enumerable.Range(0, length).Select(_ => random.Next(1 << 20))];
            int[] expected = [.. deltas];
            int sum = start;
            for (int index = 0; index < length; index++)
            {
                sum = unchecked(sum + deltas[index]);
                expected[index] = sum;
            }

            int[] scalar = [.. deltas];
            int[] vectors = [.. deltas];
            PrefixSum.Run<ScalarOnly>(scalar, start);
            PrefixSum.Run<HardwareVectors>(vectors, start);

            Assert.Equal(expected, scalar);
            Assert.Equal(expected, vectors);
        }
    }
}
