using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class BlockTreeTermsEnumTests
{
    private const int Seed = 47;
    private const int MaxDoc = 1000;

    public static TheoryData<string> Kinds => ["chinese", "binary", "deep", "numbers", "oneByte", "empty"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SeekExact_EveryTermInRandomOrder_FindsIt(string kind)
    {
        using SampleSegment segment = Segment(kind, out SampleTerm[] terms);
        using Lucene84FieldsProducer producer = segment.Open();
        TermsEnum termsEnum = producer.Terms(kind)!.Iterator();
        SampleTerm[] shuffled = [.. terms];
        new Random(Seed).Shuffle(shuffled);

        foreach (SampleTerm term in shuffled)
        {
            Assert.True(termsEnum.SeekExact(term.Bytes), Convert.ToHexString(term.Bytes));
            Assert.Equal(term.Bytes, termsEnum.Term.ToArray());
            Assert.Equal(term.Docs.Length, termsEnum.DocFreq);
            Assert.Equal(term.TotalTermFreq(hasFreqs: true), termsEnum.TotalTermFreq);
            Assert.Equal(term.Docs[0], termsEnum.Postings(PostingsFeatures.Freqs).NextDoc());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Seek_TermsAndOthers_EqualsBinarySearch(string kind)
    {
        using SampleSegment segment = Segment(kind, out SampleTerm[] terms);
        using Lucene84FieldsProducer producer = segment.Open();
        TermsEnum termsEnum = producer.Terms(kind)!.Iterator();
        byte[][] sorted = [.. terms.Select(term => term.Bytes)];
        var random = new Random(Seed);
        for (int round = 0; round < 6000; round++)
        {
            byte[] target = Mutate(random, sorted[random.Next(sorted.Length)]);
            int index = Array.BinarySearch(sorted, target, Utf8Order.Instance);
            bool exact = random.Next(2) == 0;
            string message = $"seed {Seed}, round {round}, {Convert.ToHexString(target)}";

            if (exact)
            {
                Assert.True(termsEnum.SeekExact(target) == index >= 0, message);
            }
            else
            {
                int ceiling = index < 0 ? ~index : index;
                SeekStatus expected = index >= 0 ? SeekStatus.Found : ceiling == sorted.Length ? SeekStatus.End : SeekStatus.NotFound;
                Assert.True(termsEnum.SeekCeil(target) == expected, message);
                index = expected == SeekStatus.End ? -1 : ceiling;
            }

            VerifyNext(termsEnum, sorted, index, random.Next(random.Next(10) == 0 ? 200 : 3), message);
        }
    }

    [Fact]
    public void Term_BeforeFirstMove_IsRefused()
    {
        using SampleSegment segment = Segment("numbers", out _);
        using Lucene84FieldsProducer producer = segment.Open();
        TermsEnum termsEnum = producer.Terms("numbers")!.Iterator();

        Assert.Throws<InvalidOperationException>(() => termsEnum.DocFreq);
        Assert.Throws<InvalidOperationException>(() => termsEnum.Postings(PostingsFeatures.Docs));
        Assert.False(termsEnum.SeekExact("absent"u8));
        Assert.True(termsEnum.Next());
    }

    /// <summary>Walks on from a seek, when it found something.</summary>
    private static void VerifyNext(TermsEnum termsEnum, byte[][] sorted, int index, int steps, string message)
    {
        for (; index >= 0 && steps >= 0; steps--)
        {
            Assert.True(termsEnum.Term.SequenceEqual(sorted[index]), message);
            Assert.True(termsEnum.DocFreq > 0, message);
            index++;
            Assert.True(termsEnum.Next() == index < sorted.Length, message);
            index = index < sorted.Length ? index : -1;
        }
    }

    private static SampleSegment Segment(string kind, out SampleTerm[] terms)
    {
        var random = new Random(Seed);
        terms = kind switch
        {
            "chinese" => Lucene84RoundTripTests.Terms(random, 6000, Lucene84RoundTripTests.ChineseTerm),
            "binary" => Lucene84RoundTripTests.Terms(random, 6000, Lucene84RoundTripTests.BinaryTerm),
            "deep" => Lucene84RoundTripTests.Terms(random, 3000, Lucene84RoundTripTests.DeepTerm),
            "numbers" => Lucene84RoundTripTests.Terms(random, 3000, source => [(byte)'n', .. BitConverter.GetBytes(source.Next(100_000))]),
            "oneByte" => Lucene84RoundTripTests.Terms(random, 256, source => [(byte)source.Next(256)]),
            _ => [new SampleTerm([], [1], 1, 1)],
        };
        return new SampleSegment(MaxDoc, new SampleField(kind, 0, IndexOptions.DocsAndFreqs, terms));
    }

    private static byte[] Mutate(Random random, byte[] term)
    {
        byte[] changed = [.. term];
        switch (random.Next(5))
        {
            case 0:
                return changed;
            case 1:
                return [.. changed, (byte)random.Next(256)];
            case 2:
                return changed[..random.Next(changed.Length + 1)];
            case 3 when changed.Length > 0:
                changed[random.Next(changed.Length)] += (byte)(random.Next(2) == 0 ? 1 : 255);
                return changed;
            default:
                return [.. changed[..random.Next(changed.Length + 1)], (byte)random.Next(256), (byte)random.Next(256)];
        }
    }
}
