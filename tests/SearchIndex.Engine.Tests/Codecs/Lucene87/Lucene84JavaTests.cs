using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Store;
using SearchIndex.Testing;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

public sealed class Lucene84JavaTests
{
    private static readonly string[] Extensions = ["doc", "pos", "pay", "tim", "tip", "tmd"];

    [JavaLuceneFact]
    public void Read_IndexOfLuceneWithPayloads_EqualsItsDump()
    {
        using var folder = new TemporaryFolder();
        JavaSegment segment = JavaSegment.Make(folder.Path, "payloads", seed: 7);
        Assert.Contains(segment.State.Fields, field => field.HasPayloads && field.HasOffsets);
        Assert.Contains(segment.State.Fields, field => field.HasPayloads && !field.HasOffsets);

        using var producer = new Lucene84FieldsProducer(segment.State);
        producer.CheckIntegrity();

        AssertSameLines(segment.Dump, PrintAll(producer, segment.State));
    }

    [JavaLuceneFact]
    public void Write_WhatLuceneWrote_GivesItsPostingsAndPassesCheckIndex()
    {
        using var folder = new TemporaryFolder();
        JavaSegment segment = JavaSegment.Make(folder.Path, "plain", seed: 8);
        using var memory = new MemoryDirectory();
        using (var producer = new Lucene84FieldsProducer(segment.State))
        {
            AssertSameLines(segment.Dump, PrintAll(producer, segment.State));
            Copy(producer, segment, segment.State with { Directory = memory });
        }

        foreach (string extension in Extensions)
        {
            string name = IndexFileNames.SegmentFile(segment.State.Segment.Name, "Lucene84_0", extension);
            byte[] ours = memory.ReadAllBytes(name);
            if (extension is "doc" or "pos" or "pay")
            {
                Assert.True(ours.AsSpan().SequenceEqual(File.ReadAllBytes(folder.At(name))), $"{name} differs from Lucene's");
            }

            File.WriteAllBytes(folder.At(name), ours);
        }

        JudgeResult check = JavaLuceneJudge.CheckIndex(folder.Path);
        Assert.True(check.ExitCode == 0, check.Output);
        AssertSameLines(segment.Dump, JavaSegment.Print(folder.Path).Dump);
    }

    private static IEnumerable<string> PrintAll(FieldsProducer producer, SegmentState state) =>
        state.Fields.SelectMany(field => PostingsDump.Print(producer, field));

    private static void AssertSameLines(string[] expected, IEnumerable<string> actual)
    {
        int number = 0;
        foreach (string line in actual)
        {
            Assert.True(number < expected.Length, "more lines than expected");
            Assert.Equal(expected[number], line);
            number++;
        }

        Assert.Equal(expected.Length, number);
    }

    private static void Copy(FieldsProducer producer, JavaSegment segment, SegmentState target)
    {
        using var consumer = new Lucene84FieldsConsumer(target);
        foreach (FieldInfo field in target.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            consumer.StartField(field, segment.Norms(field.Name));
            TermsEnum terms = producer.Terms(field.Name)!.Iterator();
            while (terms.Next())
            {
                consumer.StartTerm(terms.Term);
                Copy(terms.Postings(PostingsFeatures.Offsets), consumer, field);
                consumer.FinishTerm();
            }

            consumer.FinishField();
        }

        consumer.Finish();
    }

    private static void Copy(PostingsEnum postings, FieldsConsumer consumer, FieldInfo field)
    {
        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            consumer.StartDocument(postings.DocId, postings.Freq);
            for (int index = 0; field.HasPositions && index < postings.Freq; index++)
            {
                int position = postings.NextPosition();
                consumer.AddPosition(position, postings.StartOffset, postings.EndOffset);
            }
        }
    }
}
