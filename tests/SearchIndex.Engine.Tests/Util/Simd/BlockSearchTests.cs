using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class BlockSearchTests
{
    private const int Seed = 43;

    [Fact]
    public void FirstAtLeast_AnyLengthAndStart_FindsTheSameWithBothBodies()
    {
        var random = new Random(Seed);
        for (int length = 0; length <= 3 * ForLayout.BlockSize; length++)
        {
            int[] ascending = [.. Enumerable.Range(0, length).Select(_ => random.Next(4 * length)).Order()];
            for (int round = 0; round < 20; round++)
            {
                int from = random.Next(length + 1);
                int target = random.Next((4 * length) + 2);
                int expected = from;
                while (expected < length && ascending[expected] < target)
                {
                    expected++;
                }

                Assert.Equal(expected, BlockSearch.FirstAtLeast<ScalarOnly>(ascending, from, target));
                Assert.Equal(expected, BlockSearch.FirstAtLeast<HardwareVectors>(ascending, from, target));
            }
        }
    }
}
