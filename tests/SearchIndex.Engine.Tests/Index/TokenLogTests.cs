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

        Assert.Equal([123 / 10, 123, 246, 247], log.Record(123).ToArray());
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
        Assert.Equal(3, log.Record(1)[0]);
    }
}
