using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Writes the inverted index of made-up fields to memory and compares what is read with what was written.</summary>
internal sealed class SampleSegment : IDisposable
{
    private readonly SampleField[] _fields;

    public SampleSegment(int maxDoc, params SampleField[] fields)
    {
        _fields = fields;
        byte[] id = [.. Enumerable.Range(1, CodecUtil.IdLength).Select(value => (byte)value)];
        State = new SegmentState(Directory, new SegmentInfo("_0", id, maxDoc), new FieldInfos(fields.Select(field => field.Info)));
        using var consumer = new Lucene84FieldsConsumer(State);
        foreach (SampleField field in fields.OrderBy(field => field.Info.Name, StringComparer.Ordinal))
        {
            Write(consumer, field);
        }

        consumer.Finish();
    }

    public MemoryDirectory Directory { get; } = new();

    public SegmentState State { get; }

    public Lucene84FieldsProducer Open() => new(State);

    public void Dispose() => Directory.Dispose();

    /// <summary>Walks over everything from front to back.</summary>
    public void VerifyAll(string message)
    {
        using Lucene84FieldsProducer producer = Open();
        producer.CheckIntegrity();
        foreach (SampleField field in _fields)
        {
            Verify(producer, field, message);
        }
    }

    /// <summary>Compares the postings of a term from front to back.</summary>
    public static void VerifyPostings(PostingsEnum postings, SampleField field, SampleTerm term, PostingsFeatures features, string message)
    {
        Assert.Equal(-1, postings.DocId);
        foreach (int docId in term.Docs)
        {
            Assert.True(docId == postings.NextDoc(), message);
            VerifyDocument(postings, field, term, features, message);
        }

        Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.NextDoc());
        Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.DocId);
    }

    /// <summary>Compares frequency, positions and offsets of the current document.</summary>
    public static void VerifyDocument(PostingsEnum postings, SampleField field, SampleTerm term, PostingsFeatures features, string message)
    {
        int docId = postings.DocId;
        int freq = field.Info.HasFreqs ? term.Freq(docId) : 1;
        if (features >= PostingsFeatures.Freqs)
        {
            Assert.True(freq == postings.Freq, $"{message}: frequency {postings.Freq} instead of {freq} in document {docId}");
        }

        if (features < PostingsFeatures.Positions || !field.Info.HasPositions)
        {
            Assert.Equal(-1, postings.NextPosition());
            return;
        }

        bool offsets = features >= PostingsFeatures.Offsets && field.Info.HasOffsets;
        for (int occurrence = 0; occurrence < freq; occurrence++)
        {
            int position = postings.NextPosition();
            bool same = position == term.Position(docId, occurrence)
                && postings.StartOffset == (offsets ? term.Start(docId, occurrence) : -1)
                && postings.EndOffset == (offsets ? term.End(docId, occurrence) : -1);
            Assert.True(same, $"{message}: position {position} of document {docId}, occurrence {occurrence}");
        }
    }

    private static void Write(Lucene84FieldsConsumer consumer, SampleField field)
    {
        consumer.StartField(field.Info, field.Norms);
        foreach (SampleTerm term in field.Terms)
        {
            consumer.StartTerm(term.Bytes);
            foreach (int docId in term.Docs)
            {
                int freq = term.Freq(docId);
                consumer.StartDocument(docId, freq);
                for (int occurrence = 0; field.Info.HasPositions && occurrence < freq; occurrence++)
                {
                    consumer.AddPosition(
                        term.Position(docId, occurrence), term.Start(docId, occurrence), term.End(docId, occurrence));
                }
            }

            consumer.FinishTerm();
        }

        consumer.FinishField();
    }

    private static void Verify(Lucene84FieldsProducer producer, SampleField field, string message)
    {
        SampleTerm[] terms = [.. field.Terms.Where(term => term.Docs.Length > 0)];
        Terms? read = producer.Terms(field.Info.Name);
        if (terms.Length == 0)
        {
            Assert.Null(read);
            return;
        }

        Assert.NotNull(read);
        Assert.Equal(terms.Length, read.Count);
        Assert.Equal(terms.Sum(term => (long)term.Docs.Length), read.SumDocFreq);
        Assert.Equal(terms.Sum(term => term.TotalTermFreq(field.Info.HasFreqs)), read.SumTotalTermFreq);
        Assert.Equal(terms.SelectMany(term => term.Docs).Distinct().Count(), read.DocCount);
        Assert.Equal(terms[0].Bytes, read.Min.ToArray());
        Assert.Equal(terms[^1].Bytes, read.Max.ToArray());

        TermsEnum termsEnum = read.Iterator();
        PostingsEnum? reuse = null;
        foreach (SampleTerm term in terms)
        {
            Assert.True(termsEnum.Next(), message);
            Assert.Equal(term.Bytes, termsEnum.Term.ToArray());
            Assert.Equal(term.Docs.Length, termsEnum.DocFreq);
            Assert.Equal(term.TotalTermFreq(field.Info.HasFreqs), termsEnum.TotalTermFreq);
            foreach (PostingsFeatures features in Enum.GetValues<PostingsFeatures>())
            {
                reuse = termsEnum.Postings(features, reuse);
                VerifyPostings(reuse, field, term, features, $"{message}, term {Convert.ToHexString(term.Bytes)}, {features}");
            }
        }

        Assert.False(termsEnum.Next());
        Assert.False(termsEnum.Next());
    }
}
