using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class RunCopyTests
{
    private const int Seed = 7;
    private const int Room = 100;
    private const int MaxOverrun = 15;

    [Fact]
    public void Copy_AnyPlaceAndLength_CopiesTheRunWithBothBodies()
    {
        var random = new Random(Seed);
        byte[] source = Bytes(random);
        for (int length = 0; length <= Room; length++)
        {
            int from = random.Next(Room - length + 1), to = random.Next(Room - length + 1);
            byte[] before = Bytes(random);
            byte[] scalar = [.. before], vectors = [.. before];

            RunCopy.Copy<ScalarOnly>(source, from, scalar, to, length);
            RunCopy.Copy<HardwareVectors>(source, from, vectors, to, length);

            byte[] expected = [.. before];
            source.AsSpan(from, length).CopyTo(expected.AsSpan(to));
            Assert.Equal(expected, scalar);
            AssertRun(expected, vectors, to + length);
        }
    }

    [Fact]
    public void Repeat_AnyDistanceAndLength_RepeatsWithBothBodies()
    {
        var random = new Random(Seed);
        for (int distance = 1; distance <= 40; distance++)
        {
            for (int length = 0; length <= Room - distance; length++)
            {
                int to = random.Next(distance, Room - length + 1);
                byte[] expected = Bytes(random);
                byte[] scalar = [.. expected], vectors = [.. expected];
                for (int index = to; index < to + length; index++)
                {
                    expected[index] = expected[index - distance];
                }

                RunCopy.Repeat<ScalarOnly>(scalar, to, distance, length);
                RunCopy.Repeat<HardwareVectors>(vectors, to, distance, length);

                Assert.Equal(expected, scalar);
                AssertRun(expected, vectors, to + length);
            }
        }
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[Room];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void AssertRun(byte[] expected, byte[] actual, int end)
    {
        Assert.Equal(expected[..end], actual[..end]);
        int overrun = Math.Min(end + MaxOverrun, Room);
        Assert.Equal(expected[overrun..], actual[overrun..]);
    }
}
