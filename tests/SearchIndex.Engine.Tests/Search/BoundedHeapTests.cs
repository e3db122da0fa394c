using SearchIndex.Engine.Search;

namespace SearchIndex.Engine.Tests.Search;

public sealed class BoundedHeapTests
{
    [Fact]
    public void Offer_RandomValues_KeepsTheGreatest()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] values = [.. Enumerable.Range(0, random.Next(400)).Select(_ => random.Next(100))];
            int limit = random.Next(200);
            var heap = new BoundedHeap<int>(limit);
            foreach (int value in values)
            {
                heap.Offer(value);
            }

            Assert.True(values.OrderDescending().Take(limit).SequenceEqual(heap.Descending()), $"seed {seed}");
        }
    }
}
