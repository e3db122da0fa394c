using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Damages every file. What is read then may be wrong, but reading ends, and every failure names the damage.</summary>
public sealed class Lucene84DamageTests : IDisposable
{
    private const int Seed = 48;
    private const int MaxDoc = 2300;

    private readonly SampleField[] _fields;
    private readonly SampleSegment _segment;

    public Lucene84DamageTests()
    {
        var random = new Random(Seed);
        byte[] norms = Lucene84RoundTripTests.Norms(random, MaxDoc);
        SampleTerm[] frequent =
        [
            new("all"u8.ToArray(), [.. Enumerable.Range(0, MaxDoc)], 2, 1),
            new("any"u8.ToArray(), [.. Enumerable.Range(0, MaxDoc).Where(_ => random.Next(12) == 0)], 9, 2),
        ];
        _fields =
        [
            new("body", 0, IndexOptions.DocsAndFreqsAndPositionsAndOffsets, frequent, norms),
            new(
                "title",
                1,
                IndexOptions.DocsAndFreqsAndPositions,
                Lucene84RoundTripTests.Terms(random, 400, Lucene84RoundTripTests.ChineseTerm)),
            new("deep", 2, IndexOptions.Docs, Lucene84RoundTripTests.Terms(random, 300, Lucene84RoundTripTests.DeepTerm)),
        ];
        _segment = new SampleSegment(MaxDoc, _fields);
    }

    public static TheoryData<string> Extensions => ["doc", "pos", "pay", "tim", "tip", "tmd"];

    public void Dispose() => _segment.Dispose();

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Open_TruncatedFile_Throws(string extension)
    {
        string name = $"_0_Lucene84_0.{extension}";
        byte[] whole = _segment.Directory.ReadAllBytes(name);
        for (int length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 40))
        {
            _segment.Directory.Overwrite(name, whole[..length]);

            Assert.Throws<CorruptIndexException>(() => _segment.Open().Dispose());
        }
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Read_FlippedBit_EndsAndIsFoundByTheChecksum(string extension)
    {
        string name = $"_0_Lucene84_0.{extension}";
        byte[] whole = _segment.Directory.ReadAllBytes(name);
        var random = new Random(Seed);
        int step = Math.Max(1, whole.Length / 150);
        for (int index = 0; index < whole.Length; index += 1 + random.Next(step))
        {
            byte[] damaged = [.. whole];
            damaged[index] ^= (byte)(1 << random.Next(8));
            _segment.Directory.Overwrite(name, damaged);

            bool opened = ReadAll($"seed {Seed}, {name}, byte {index} is {damaged[index]:X2} instead of {whole[index]:X2}");

            Assert.False(opened && extension == "tmd", "the metadata are checked whole when they are opened");
        }
    }

    /// <summary>Reads everything in every way; returns whether the files could be opened.</summary>
    private bool ReadAll(string message)
    {
        Lucene84FieldsProducer producer;
        try
        {
            producer = _segment.Open();
        }
        catch (IOException exception)
        {
            Assert.True(IsExpected(exception), message);
            return false;
        }

        using (producer)
        {
            Assert.Throws<CorruptIndexException>(producer.CheckIntegrity);
            foreach (SampleField field in _fields)
            {
                Terms terms = producer.Terms(field.Info.Name)!;
                Guard(() => Walk(terms, field), message);
                Guard(() => Seek(terms, field), message);
            }
        }

        return true;
    }

    private static bool IsExpected(Exception exception) =>
        exception is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException;

    private static void Guard(Action action, string message)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (!IsExpected(exception))
        {
            Assert.Fail($"{message}: {exception}");
        }
        catch (CorruptIndexException)
        {
            // What was hoped for.
        }
    }

    private static void Walk(Terms terms, SampleField field)
    {
        TermsEnum termsEnum = terms.Iterator();
        while (termsEnum.Next())
        {
            ReadPostings(termsEnum.Postings(PostingsFeatures.Offsets), field, stride: 0);
            ReadPostings(termsEnum.Postings(PostingsFeatures.Offsets), field, stride: 130);
            ReadImpacts(termsEnum.Impacts(PostingsFeatures.Freqs));
        }
    }

    private static void Seek(Terms terms, SampleField field)
    {
        TermsEnum termsEnum = terms.Iterator();
        foreach (SampleTerm term in field.Terms)
        {
            if (termsEnum.SeekExact(term.Bytes))
            {
                ReadPostings(termsEnum.Postings(PostingsFeatures.Freqs), field, stride: 1000);
            }

            termsEnum.SeekCeil([.. term.Bytes, 0]);
        }
    }

    private static void ReadPostings(PostingsEnum postings, SampleField field, int stride)
    {
        int docId = stride == 0 ? postings.NextDoc() : postings.Advance(stride);
        while (docId != DocIdSetIterator.NoMoreDocs)
        {
            Assert.InRange(docId, 0, MaxDoc - 1);
            for (int index = Math.Min(postings.Freq, 50); field.Info.HasPositions && index > 0; index--)
            {
                postings.NextPosition();
            }

            docId = stride == 0 ? postings.NextDoc() : postings.Advance(docId + stride);
        }
    }

    private static void ReadImpacts(ImpactsEnum impacts)
    {
        for (int target = 0; target < MaxDoc; target += 100)
        {
            impacts.AdvanceShallow(target);
            for (int level = 0; level < impacts.ImpactLevels; level++)
            {
                Assert.False(impacts.Impacts(level).IsEmpty);
                Assert.True(impacts.ImpactsUpTo(level) >= target);
            }
        }
    }
}
