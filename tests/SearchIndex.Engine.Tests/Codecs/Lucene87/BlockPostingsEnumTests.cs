using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>
/// A field of 300000 documents, so that skip data have four levels; its terms are in all, in every seventh, and in some documents.
/// </summary>
public sealed class BlockPostingsEnumTests : IDisposable
{
    private const int Seed = 46;
    private const int MaxDoc = 300_000;

    private readonly SampleField _field;
    private readonly SampleSegment _segment;
    private readonly Lucene84FieldsProducer _producer;

    public BlockPostingsEnumTests()
    {
        var random = new Random(Seed);
        SampleTerm[] terms =
        [
            new("all"u8.ToArray(), [.. Enumerable.Range(0, MaxDoc)], 3, 1),
            new("seventh"u8.ToArray(), [.. Enumerable.Range(0, MaxDoc / 7).Select(index => index * 7)], 2, 2),
            new("some"u8.ToArray(), [.. Enumerable.Range(0, MaxDoc).Where(_ => random.Next(30) == 0)], 4, 3),
            new("few"u8.ToArray(), [3, 4, MaxDoc - 1], 4, 4),
            new("one"u8.ToArray(), [MaxDoc / 2], 4, 5),
            new("block"u8.ToArray(), [.. Enumerable.Range(0, 128).Select(index => index * 1000)], 1, 6),
        ];
        byte[] norms = Lucene84RoundTripTests.Norms(random, MaxDoc);
        _field = new SampleField("body", 0, IndexOptions.DocsAndFreqsAndPositionsAndOffsets, terms, norms);
        _segment = new SampleSegment(MaxDoc, _field);
        _producer = _segment.Open();
    }

    public void Dispose()
    {
        _producer.Dispose();
        _segment.Dispose();
    }

    [Theory]
    [InlineData(PostingsFeatures.Docs)]
    [InlineData(PostingsFeatures.Freqs)]
    [InlineData(PostingsFeatures.Positions)]
    [InlineData(PostingsFeatures.Offsets)]
    public void Advance_Strides_FindsTheNextDocument(PostingsFeatures features)
    {
        int[] strides = [1, 2, 100, 128, 129, 1000, 8192, 70_000];
        PostingsEnum? reuse = null;
        foreach (SampleTerm term in _field.Terms)
        {
            foreach (int stride in strides)
            {
                reuse = At(term).Postings(features, reuse);
                VerifyStrides(reuse, term, stride, features);
            }
        }
    }

    [Fact]
    public void Advance_MixedWithNextAndLeftOutPositions_FindsTheNextDocument()
    {
        var random = new Random(Seed);
        foreach (SampleTerm term in _field.Terms)
        {
            for (int round = 0; round < 5; round++)
            {
                PostingsEnum postings = At(term).Postings(PostingsFeatures.Offsets);
                int index = -1;
                while (index < term.Docs.Length)
                {
                    int target = index < 0 ? random.Next(3) : term.Docs[index] + 1 + random.Next(random.Next(2) == 0 ? 10 : 3000);
                    bool next = random.Next(4) == 0;
                    index = next ? index + 1 : FirstAtLeast(term, target);
                    int expected = index < term.Docs.Length ? term.Docs[index] : DocIdSetIterator.NoMoreDocs;
                    Assert.Equal(expected, next ? postings.NextDoc() : postings.Advance(target));
                    if (index < term.Docs.Length && random.Next(3) == 0)
                    {
                        SampleSegment.VerifyDocument(postings, _field, term, PostingsFeatures.Offsets, $"seed {Seed}");
                    }
                }
            }
        }
    }

    [Fact]
    public void NextDocs_MixedWithAdvanceAndPositions_CopiesTheDocumentsUpToTheBound()
    {
        var random = new Random(Seed);
        int[] docs = new int[200];
        int[] freqs = new int[200];
        foreach (SampleTerm term in _field.Terms)
        {
            PostingsEnum postings = At(term).Postings(PostingsFeatures.Offsets);
            int index = 0;
            postings.NextDoc();
            while (index < term.Docs.Length)
            {
                int upTo = term.Docs[index] + random.Next(2000);
                int room = random.Next(1, docs.Length);
                int count = postings.NextDocs(upTo, docs.AsSpan(0, room), freqs);
                int expected = Math.Min(room, FirstAtLeast(term, upTo) - index);
                Assert.Equal(term.Docs.AsSpan(index, expected), docs.AsSpan(0, count));
                Assert.Equal([.. docs.Take(count).Select(term.Freq)], freqs[..count]);
                index += count;
                Assert.Equal(index < term.Docs.Length ? term.Docs[index] : DocIdSetIterator.NoMoreDocs, postings.DocId);
                if (index < term.Docs.Length && random.Next(3) == 0)
                {
                    SampleSegment.VerifyDocument(postings, _field, term, PostingsFeatures.Offsets, $"seed {Seed}");
                }

                if (index < term.Docs.Length && random.Next(4) == 0)
                {
                    int target = term.Docs[index] + 1 + random.Next(3000);
                    index = FirstAtLeast(term, target);
                    postings.Advance(target);
                }
            }
        }
    }

    [Fact]
    public void NextPosition_OnlyFirstOfEach_IsTheFirst()
    {
        SampleTerm term = _field.Terms.Single(sample => sample.Docs.Length == MaxDoc);
        PostingsEnum postings = At(term).Postings(PostingsFeatures.Positions);

        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            Assert.Equal(term.Position(postings.DocId, 0), postings.NextPosition());
        }
    }

    [Fact]
    public void Advance_ToNoMoreDocs_ReturnsNoMoreDocs()
    {
        foreach (SampleTerm term in _field.Terms)
        {
            PostingsEnum postings = At(term).Postings(PostingsFeatures.Freqs);

            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.Advance(DocIdSetIterator.NoMoreDocs));
            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.DocId);
        }
    }

    [Fact]
    public void Impacts_EveryLevel_DominateTheirDocumentsAndOccur()
    {
        foreach (SampleTerm term in _field.Terms)
        {
            ImpactsEnum impacts = At(term).Impacts(PostingsFeatures.Freqs);
            int target = 0;
            while (target != DocIdSetIterator.NoMoreDocs)
            {
                impacts.AdvanceShallow(target);
                for (int level = 0; level < impacts.ImpactLevels; level++)
                {
                    VerifyImpacts(impacts, level, term, target);
                }

                target = impacts.ImpactsUpTo(0) == DocIdSetIterator.NoMoreDocs ? DocIdSetIterator.NoMoreDocs : impacts.ImpactsUpTo(0) + 1;
            }
        }
    }

    [Fact]
    public void AdvanceShallow_BeforeAdvance_DoesNotMoveTheDocument()
    {
        SampleTerm term = _field.Terms.Single(sample => sample.Docs.Length == MaxDoc);
        ImpactsEnum impacts = At(term).Impacts(PostingsFeatures.Freqs);
        Assert.Equal(5, impacts.Advance(5));

        impacts.AdvanceShallow(200_000);

        Assert.Equal(5, impacts.DocId);
        Assert.Equal(term.Freq(5), impacts.Freq);
        Assert.Equal(6, impacts.NextDoc());
        Assert.Equal(1500, impacts.Advance(1500));
        Assert.Equal(term.Freq(1500), impacts.Freq);
        Assert.Equal(250_001, impacts.Advance(250_001));
        Assert.Equal(term.Freq(250_001), impacts.Freq);
    }

    [Fact]
    public void Postings_ReuseOfAnotherReader_IsLeftAlone()
    {
        using Lucene84FieldsProducer other = _segment.Open();
        PostingsEnum foreign = Seek(other, _field.Terms[0]).Postings(PostingsFeatures.Freqs);

        PostingsEnum postings = At(_field.Terms[1]).Postings(PostingsFeatures.Freqs, foreign);

        Assert.NotSame(foreign, postings);
        Assert.Same(postings, At(_field.Terms[2]).Postings(PostingsFeatures.Offsets, postings));
        SampleSegment.VerifyPostings(foreign, _field, _field.Terms[0], PostingsFeatures.Freqs, "foreign");
    }

    [Fact]
    public void Postings_EnumMovesOn_StaysAtItsTerm()
    {
        TermsEnum terms = _producer.Terms("body")!.Iterator();
        Assert.True(terms.Next());
        PostingsEnum first = terms.Postings(PostingsFeatures.Offsets);

        Assert.True(terms.Next());

        SampleSegment.VerifyPostings(first, _field, _field.Terms[0], PostingsFeatures.Offsets, "first");
    }

    private static TermsEnum Seek(Lucene84FieldsProducer producer, SampleTerm term)
    {
        TermsEnum terms = producer.Terms("body")!.Iterator();
        Assert.True(terms.SeekExact(term.Bytes));
        return terms;
    }

    private static int FirstAtLeast(SampleTerm term, int target)
    {
        int index = Array.BinarySearch(term.Docs, target);
        return index < 0 ? ~index : index;
    }

    private TermsEnum At(SampleTerm term) => Seek(_producer, term);

    private void VerifyStrides(PostingsEnum postings, SampleTerm term, int stride, PostingsFeatures features)
    {
        for (int target = stride - 1; ; target = postings.DocId + stride)
        {
            int index = FirstAtLeast(term, target);
            int expected = index < term.Docs.Length ? term.Docs[index] : DocIdSetIterator.NoMoreDocs;
            Assert.Equal(expected, postings.Advance(target));
            if (expected == DocIdSetIterator.NoMoreDocs)
            {
                return;
            }

            if (stride > 2 || index % 5 == 0)
            {
                SampleSegment.VerifyDocument(postings, _field, term, features, $"stride {stride}, seed {Seed}");
            }
        }
    }

    private void VerifyImpacts(ImpactsEnum impacts, int level, SampleTerm term, int target)
    {
        int upTo = impacts.ImpactsUpTo(level);
        ReadOnlySpan<Impact> pairs = impacts.Impacts(level);
        Assert.True(upTo >= target && !pairs.IsEmpty);
        for (int index = 1; index < pairs.Length; index++)
        {
            Assert.True(pairs[index].Freq > pairs[index - 1].Freq);
            Assert.True((ulong)pairs[index].Norm > (ulong)pairs[index - 1].Norm);
        }

        if (level > 1 && target % 5 != 0)
        {
            return; // High levels span many documents; a sample of them will do.
        }

        for (int index = FirstAtLeast(term, target); index < term.Docs.Length && term.Docs[index] <= upTo; index++)
        {
            int docId = term.Docs[index];
            Assert.True(Dominated(pairs, term.Freq(docId), (sbyte)_field.Norms[docId]) || upTo == DocIdSetIterator.NoMoreDocs);
        }
    }

    private static bool Dominated(ReadOnlySpan<Impact> pairs, int freq, long norm)
    {
        foreach (Impact pair in pairs)
        {
            if (pair.Freq >= freq && (ulong)pair.Norm <= (ulong)norm)
            {
                return true;
            }
        }

        return false;
    }
}
