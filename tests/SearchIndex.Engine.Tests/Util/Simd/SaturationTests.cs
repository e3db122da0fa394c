using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class SaturationTests
{
    private const int Seed = 11;

    [Fact]
    public void Run_AnyLength_BothBodiesGiveTheBitsOfTheFormula()
    {
        var random = new Random(Seed);
        for (int length = 0; length <= 3 * ForLayout.BlockSize; length++)
        {
            float weight = random.NextSingle() * 20f;
            float[] values = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * random.Next(1, 1000))];
            float[] scalar = [.. values], vectors = [.. values];

            Saturation.Run<ScalarOnly>(scalar, weight);
            Saturation.Run<HardwareVectors>(vectors, weight);

            int[] expected = [.. values.Select(value => BitConverter.SingleToInt32Bits(weight - (weight / (1f + value))))];
            Assert.Equal(expected, scalar.Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(expected, vectors.Select(BitConverter.SingleToInt32Bits));
        }
    }
}
