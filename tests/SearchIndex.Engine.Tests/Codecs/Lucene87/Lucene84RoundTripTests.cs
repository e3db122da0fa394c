using System.Text;


using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class Lucene84RoundTripTests
{
    private const int Seed = 20260801;

    [Theory]
    [InlineData(IndexOptions.Docs)]
    [InlineData(IndexOptions.DocsAndFreqs)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositions)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositionsAndOffsets)]
    public void Next_FrequenciesAroundBlockSizes_ReturnsWhatWasWritten(IndexOptions options)
    {
        int[] docFreqs = [1, 2, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 1151, 1152, 1153, 8191, 8192, 8193, 8320, 9216, 9217];
        var random = new Random(Seed);
        const int maxDoc = 40_000;
        int[] maxFreqs = [1, 3, 40];
        IEnumerable<SampleTerm> terms =
            from docFreq in docFreqs
            from maxFreq in maxFreqs
            let term = Encoding.UTF8.GetBytes($"df{docFreq}freq{maxFreq}")
            select new SampleTerm(term, Pick(random, docFreq, maxDoc), docFreq > 2000 ? 2 : maxFreq, docFreq);
        using var segment = new SampleSegment(maxDoc, new SampleField("body", 3, options, terms, Norms(random, maxDoc)));

        segment.VerifyAll($"seed {Seed}");
    }

    [Fact]
    public void Next_ManyTermsOfDeepTrees_ReturnsWhatWasWritten()
    {
        var random = new Random(Seed);
        SampleField[] fields =
        [
            new("chinese", 0, IndexOptions.DocsAndFreqsAndPositions, Terms(random, 20_000, ChineseTerm)),
            new("bytes", 1, IndexOptions.DocsAndFreqs, Terms(random, 5_000, BinaryTerm)),
            new("deep", 2, IndexOptions.Docs, Terms(random, 3_000, DeepTerm)),
            new("none", 5, IndexOptions.Docs, []),
            new("withoutDocs", 6, IndexOptions.Docs, [new SampleTerm([1], [], 1, 0)]),
            new("emptyTerm", 7, IndexOptions.Docs, [new SampleTerm([], [0, 9], 1, 0)]),
        ];
        using var segment = new SampleSegment(1000, fields);

        segment.VerifyAll($"seed {Seed}");
    }

    internal static int[] Pick(Random random, int count, int maxDoc)
    {
        var docs = new SortedSet<int>();
        int bound = random.Next(4) == 0 ? Math.Min(maxDoc, count + 3) : maxDoc; // Now and then nearly every document of a range.
        while (docs.Count < count)
        {
            docs.Add(random.Next(bound));
        }

        return [.. docs];
    }

    internal static byte[] Norms(Random random, int maxDoc)
    {
        byte[] norms = new byte[maxDoc];
        for (int docId = 0; docId < maxDoc; docId++)
        {
            norms[docId] = (byte)random.Next(1, 256);
        }

        return norms;
    }

    internal static SampleTerm[] Terms(Random random, int count, Func<Random, byte[]> newTerm)
    {
        var terms = new SortedSet<byte[]>(Utf8Order.Instance);
        while (terms.Count < count)
        {
            terms.Add(newTerm(random));
        }

        return [.. terms.Select(term => new SampleTerm(term, Pick(random, random.Next(1, 4), 1000), 3, term.Length))];
    }

    internal static byte[] ChineseTerm(Random random) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)(0x4E00 + random.Next(300)))));

    internal static byte[] BinaryTerm(Random random)
    {
        byte[] term = new byte[random.Next(0, 4)];
        random.NextBytes(term);
        return term;
    }

    internal static byte[] DeepTerm(Random random) =>
        Encoding.UTF8.GetBytes(new string('a', random.Next(0, 100)) + random.Next(0, 60) + new string('b', random.Next(0, 3)));
}
