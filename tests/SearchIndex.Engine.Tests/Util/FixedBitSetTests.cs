using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Util;

public sealed class FixedBitSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void SetAndClear_RandomMembers_AgreeWithAHashSet(int length)
    {
        var random = new Random(length);
        var bits = new FixedBitSet(length);
        var expected = new SortedSet<int>();
        for (int step = 0; step < length * 2; step++)
        {
            int index = random.Next(length);
            if (random.Next(3) == 0)
            {
                bits.Clear(index);
                expected.Remove(index);
            }
            else
            {
                bits.Set(index);
                expected.Add(index);
            }
        }

        Assert.Equal(expected.Count, bits.Cardinality());
        Assert.Equal(expected, Members(bits));
        Assert.All(Enumerable.Range(0, length), index => Assert.Equal(expected.Contains(index), bits[index]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(70)]
    public void SetAll_AnyLength_LeavesBitsBeyondTheLengthClear(int length)
    {
        var bits = new FixedBitSet(length);

        bits.SetAll();

        Assert.Equal(length, bits.Cardinality());
        Assert.Equal(Enumerable.Range(0, length), Members(bits));
    }

    [Fact]
    public void NextSetBit_BehindTheLast_ReturnsMinusOne()
    {
        var bits = new FixedBitSet(130);
        bits.Set(5);

        Assert.Equal(5, bits.NextSetBit(0));
        Assert.Equal(5, bits.NextSetBit(5));
        Assert.Equal(-1, bits.NextSetBit(6));
        Assert.Equal(-1, bits.NextSetBit(130));
    }

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        var bits = new FixedBitSet(10);
        bits.Set(3);

        FixedBitSet copy = bits.Clone();
        copy.Set(4);
        copy.Clear(3);

        Assert.Equal([3], Members(bits));
        Assert.Equal([4], Members(copy));
    }

    private static IEnumerable<int> Members(FixedBitSet bits)
    {
        for (int index = bits.NextSetBit(0); index >= 0; index = bits.NextSetBit(index + 1))
        {
            yield return index;
        }
    }
}
