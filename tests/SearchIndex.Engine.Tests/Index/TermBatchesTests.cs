using System.Globalization;
using System.Text;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Tests.Index;

public sealed class TermBatchesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Next_RareAndVeryFrequentTerms_GivesAllTokensInTheOrderOfTerms(int width)
    {
        const int Seed = 11, Tokens = 40_000, Terms = 3_000;
        var random = new Random(Seed);
        var table = new TermTable();
        var log = new TokenLog(width);
        var expected = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (int token = 0; token < Tokens; token++)
        {
            // Every third token is of one term, which has more of them than a batch.
            string term = token % 3 == 0 ? "all" : random.Next(Terms).ToString(CultureInfo.InvariantCulture);
            int[] record = [token / 7, token, token + 1, token + 2];
            log.Add(table.GetOrAdd(term), record[0], record[1], record[2], record[3]);
            expected.TryAdd(term, []);
            expected[term].AddRange(record.Take(width));
        }

        table.GetOrAdd("of a document that failed");
        var batches = new TermBatches(table, log);
        var found = new List<KeyValuePair<string, List<int>>>();
        while (batches.Next())
        {
            for (int index = 0; index < batches.Count; index++)
            {
                found.Add(new(Encoding.UTF8.GetString(batches.Term(index)), [.. batches.Records(index)]));
            }
        }

        Assert.Equal(expected.Keys, found.Select(term => term.Key));
        Assert.All(expected.Values.Zip(found), pair => Assert.Equal(pair.First, pair.Second.Value));
    }
}
