using SearchIndex.Engine.Analysis.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

public sealed class LexiconTablesTests
{
    private static readonly PackedLexicon Packed = PackedLexicon.Parse(SmartCnLexicon.ReadPacked());

    [Fact]
    public void Extend_EveryWord_IsFoundThroughItsPrefixes()
    {
        PrefixTable prefixes = SmartCnLexicon.Shared.Prefixes;
        for (int id = 0; id < Packed.WordCount; id++)
        {
            ReadOnlySpan<char> word = Packed.Word(id);
            WordPrefix prefix = prefixes.Begin(word[0]);
            for (int length = 1; length < word.Length; length++)
            {
                Assert.True(prefix.Exists && prefix.HasLonger);
                prefix = prefixes.Extend(prefix, length, word[length]);
            }

            Assert.True(prefix.Exists && prefix.IsWord);
            Assert.Equal(id, prefix.FirstId);
        }
    }

    [Fact]
    public void Extend_StringThatNoWordBeginsWith_DoesNotExist()
    {
        PrefixTable prefixes = SmartCnLexicon.Shared.Prefixes;

        Assert.False(prefixes.Begin('臺').Exists);
        Assert.False(prefixes.Extend(prefixes.Begin('中'), 1, '臺').Exists);
    }

    [Fact]
    public void Cost_EveryPair_IsThatOfItsFrequencies()
    {
        for (int first = 0; first < Packed.EntryCount; first++)
        {
            for (int pair = Packed.RowStarts[first]; pair < Packed.RowStarts[first + 1]; pair++)
            {
                double expected = PairWeight.Compute(Packed.Frequencies[first], Packed.PairFrequencies[pair]);

                Assert.Equal(expected, CostOf(first, Packed.Seconds[pair]));
            }
        }
    }

    [Fact]
    public void Cost_RandomPairs_AreKnownOnlyIfInTheLexicon()
    {
        const int Seed = 87;
        var random = new Random(Seed);
        for (int round = 0; round < 200_000; round++)
        {
            int first = random.Next(Packed.EntryCount);
            int second = random.Next(Packed.EntryCount);
            int rowStart = Packed.RowStarts[first];
            int at = Array.BinarySearch(Packed.Seconds, rowStart, Packed.RowStarts[first + 1] - rowStart, second);
            int pairFrequency = at < 0 ? 0 : Packed.PairFrequencies[at];

            Assert.Equal(PairWeight.Compute(Packed.Frequencies[first], pairFrequency), CostOf(first, second));
        }
    }

    [Fact]
    public void Costs_MoreThanABatch_AreThoseOfEachPair()
    {
        ulong[] keys = [.. Enumerable.Range(0, 1000).Select(number => PairTable.KeyOf(number * 7 % 500, number * 13 % 700))];
        double[] costs = new double[keys.Length];

        SmartCnLexicon.Shared.Pairs.Costs(keys, costs);

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => CostOf(number * 7 % 500, number * 13 % 700)), costs);
    }

    [Fact]
    public void Compute_AllFrequencies_LieInTheRangeOfTheSpec()
    {
        Assert.Equal(BitConverter.Int64BitsToDouble(0x3FC3E31F14866EB8), PairWeight.Compute(40, 39));
        Assert.InRange(PairWeight.Compute(0, 0), 14.5, 14.59);
    }

    private static double CostOf(int first, int second)
    {
        double[] cost = new double[1];
        SmartCnLexicon.Shared.Pairs.Costs([PairTable.KeyOf(first, second)], cost);
        return cost[0];
    }
}
