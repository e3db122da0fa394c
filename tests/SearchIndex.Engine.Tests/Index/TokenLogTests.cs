using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class TokenLogTests
{
    [Fact]
    public void GroupByTerm_RandomTokens_KeepsOrderWithinTerm()
    {
        const int seed = 4711, terms = 50, tokens = 30_000;
        var random = new Random(seed);
        var log = new TokenLog(width: 4);
        var expected = Enumerable.Range(0, terms).Select(_ => new List<int>()).ToArray();
        for (int token = 0; token < tokens; token++)
        {
            int term = random.Next(terms);
            log.Add(term, token / 10, token, token * 2, (token * 2) + 1);
            expected[term].Add(token);
        }

        (int[] order, int[] ends) = log.GroupByTerm(terms);

        for (int term = 0; term < terms; term++)
        {
            int start = term == 0 ? 0 : ends[term - 1];
            Assert.Equal(expected[term], order[start..ends[term]]);
        }

        int[] records = new int[8];
        log.Gather([123, 29_999], records);
        Assert.Equal([123 / 10, 123, 246, 247, 29_999 / 10, 29_999, 59_998, 59_999], records);
    }

    [Fact]
    public void Truncate_ThenAdd_OverwritesForgottenTokens()
    {
        var log = new TokenLog(width: 1);
        log.Add(0, 1, 0, 0, 0);
        log.Add(1, 2, 0, 0, 0);

        log.Truncate(1);
        log.Add(2, 3, 0, 0, 0);

        (int[] order, int[] ends) = log.GroupByTerm(3);
        Assert.Equal([0, 1], order);
        Assert.Equal([1, 1, 2], ends);
        int[] records = new int[2];
        log.Gather([0, 1], records);
        Assert.Equal([1, 3], records);
    }

    [Fact]
    public void Truncate_ToAnEarlierChunk_GoesOnThere()
    {
        const int Many = 20_000, Kept = 8192;
        var log = new TokenLog(width: 2);
        for (int token = 0; token < Many; token++)
        {
            log.Add(0, token, token, 0, 0);
        }

        log.Truncate(Kept);
        log.Add(0, Many, 5, 0, 0);

        int[] records = new int[4];
        log.Gather([Kept - 1, Kept], records);
        Assert.Equal([Kept - 1, Kept - 1, Many, 5], records);
        Assert.Equal(Kept + 1, log.Count);
    }
}
