using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>Compares the parts of one segment with each other; the first contradiction is thrown.</summary>
internal sealed class SegmentCheck(SegmentReader reader, CancellationToken cancellation)
{
    private const int MaxPosition = int.MaxValue - 128;
    private const int AdvanceTargets = 7;

    public void Run()
    {
        Expect(reader.MaxDoc > 0, $"maxDoc is {reader.MaxDoc}");
        CheckLiveDocs();
        foreach (FieldInfo field in reader.FieldInfos)
        {
            cancellation.ThrowIfCancellationRequested();
            FixedBitSet docsWithTerms = new(reader.MaxDoc);
            if (field.IsIndexed && reader.Terms(field.Name) is { } terms)
            {
                CheckField(field, terms, docsWithTerms);
            }

            if (field.HasNorms)
            {
                CheckNorms(field, docsWithTerms);
            }

            CheckDocValues(field);
        }

        CheckStoredFields();
    }

    private static void Expect(bool condition, string problem)
    {
        if (!condition)
        {
            throw new CorruptIndexException(problem);
        }
    }

    private void CheckLiveDocs()
    {
        if (reader.LiveDocs is { } live)
        {
            Expect(live.Cardinality() == reader.NumDocs, $"{live.Cardinality()} live documents, the commit says {reader.NumDocs}");
        }
    }

    private void CheckField(FieldInfo field, Terms terms, FixedBitSet docsWithTerms)
    {
        TermsEnum iterator = terms.Iterator();
        byte[]? previous = null;
        long count = 0, sumDocFreq = 0, sumTotalTermFreq = 0;
        PostingsEnum? postings = null;
        while (iterator.Next())
        {
            byte[] term = iterator.Term.ToArray();
            Expect(previous is null || previous.AsSpan().SequenceCompareTo(term) < 0, $"field {field.Name}: terms are not in order");
            Expect(count > 0 || terms.Min.Span.SequenceEqual(term), $"field {field.Name}: the first term is not the smallest recorded");
            postings = CheckTerm(field, iterator, postings, docsWithTerms);
            CheckAdvance(field, iterator);
            previous = term;
            count++;
            sumDocFreq += iterator.DocFreq;
            sumTotalTermFreq += iterator.TotalTermFreq;
        }

        Expect(previous is not null && terms.Max.Span.SequenceEqual(previous), $"field {field.Name}: the last term is not the largest recorded");
        Expect(count == terms.Count, $"field {field.Name}: {count} terms, {terms.Count} recorded");
        Expect(sumDocFreq == terms.SumDocFreq, $"field {field.Name}: sum of document frequencies {sumDocFreq}, {terms.SumDocFreq} recorded");
        Expect(
            sumTotalTermFreq == terms.SumTotalTermFreq, $"field {field.Name}: {sumTotalTermFreq} tokens, {terms.SumTotalTermFreq} recorded");
        Expect(
            docsWithTerms.Cardinality() == terms.DocCount,
            $"field {field.Name}: {docsWithTerms.Cardinality()} documents with terms, {terms.DocCount} recorded");
        TermsEnum seeking = terms.Iterator();
        Expect(seeking.SeekExact(previous), $"field {field.Name}: the last term is not found by a seek");
    }

    private PostingsEnum CheckTerm(FieldInfo field, TermsEnum iterator, PostingsEnum? reuse, FixedBitSet docsWithTerms)
    {
        PostingsEnum postings = iterator.Postings(PostingsFeatures.Offsets, reuse);
        long tokens = 0;
        int documents = 0;
        int last = -1;
        for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
        {
            Expect(docId > last && docId < reader.MaxDoc, $"field {field.Name}: document {docId} follows {last} of {reader.MaxDoc}");
            Expect(postings.Freq >= 1, $"field {field.Name}: frequency {postings.Freq} in document {docId}");
            if (field.HasPositions)
            {
                CheckPositions(field, postings);
            }

            docsWithTerms.Set(docId);
            tokens += postings.Freq;
            documents++;
            last = docId;
        }

        Expect(documents == iterator.DocFreq, $"field {field.Name}: a term has {documents} documents, {iterator.DocFreq} recorded");
        Expect(tokens == iterator.TotalTermFreq, $"field {field.Name}: a term has {tokens} tokens, {iterator.TotalTermFreq} recorded");
        return postings;
    }

    private static void CheckPositions(FieldInfo field, PostingsEnum postings)
    {
        int lastPosition = 0;
        int lastStart = 0;
        for (int occurrence = 0; occurrence < postings.Freq; occurrence++)
        {
            int position = postings.NextPosition();
            Expect(position >= lastPosition && position <= MaxPosition, $"field {field.Name}: position {position} follows {lastPosition}");
            lastPosition = position;
            if (field.HasOffsets)
            {
                Expect(
                    postings.StartOffset >= lastStart && postings.EndOffset >= postings.StartOffset,
                    $"field {field.Name}: offsets {postings.StartOffset} to {postings.EndOffset} follow {lastStart}");
                lastStart = postings.StartOffset;
            }
        }
    }

    /// <summary>Skip data must lead to the same documents as walking.</summary>
    private void CheckAdvance(FieldInfo field, TermsEnum iterator)
    {
        if (iterator.DocFreq <= 128)
        {
            return; // Such terms have no skip data.
        }

        for (int index = 0; index < AdvanceTargets; index++)
        {
            int target = (int)((long)index * reader.MaxDoc / AdvanceTargets);
            PostingsEnum jumping = iterator.Postings(PostingsFeatures.Freqs);
            int docId = jumping.Advance(target);
            Expect(docId >= target, $"field {field.Name}: advancing to {target} gave {docId}");
            if (docId != DocIdSetIterator.NoMoreDocs)
            {
                Expect(jumping.NextDoc() > docId, $"field {field.Name}: the document behind {docId} is not larger");
            }
        }
    }

    private void CheckNorms(FieldInfo field, FixedBitSet docsWithTerms)
    {
        NumericDocValues norms = reader.GetNorms(field.Name) ?? throw new CorruptIndexException($"field {field.Name} has no norms");
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            bool hasNorm = norms.AdvanceExact(docId) && norms.Value != 0;
            bool live = reader.LiveDocs is null || reader.LiveDocs[docId];
            Expect(
                !live || hasNorm == docsWithTerms[docId],
                $"field {field.Name}, document {docId}: norm {(hasNorm ? "present" : "absent")}, terms {(hasNorm ? "absent" : "present")}");
        }
    }

    private void CheckDocValues(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                NumericDocValues numbers = reader.GetNumericDocValues(field.Name)!;
                Walk(field, numbers, () => _ = numbers.Value);
                break;
            case DocValuesType.Sorted:
                CheckSorted(field, reader.GetSortedDocValues(field.Name)!);
                break;
            default:
                break; // Kinds that this engine does not write; their checksums have been compared.
        }
    }

    private void CheckSorted(FieldInfo field, SortedDocValues values)
    {
        byte[]? previous = null;
        for (int ord = 0; ord < values.ValueCount; ord++)
        {
            byte[] value = values.LookupOrd(ord).ToArray();
            Expect(previous is null || previous.AsSpan().SequenceCompareTo(value) < 0, $"field {field.Name}: values are not in order");
            previous = value;
        }

        var used = new FixedBitSet(values.ValueCount);
        Walk(field, values, () =>
        {
            Expect((uint)values.OrdValue < (uint)values.ValueCount, $"field {field.Name}: ordinal {values.OrdValue} of {values.ValueCount}");
            used.Set(values.OrdValue);
        });
        Expect(used.Cardinality() == values.ValueCount, $"field {field.Name}: a value is used by no document");
    }

    private void Walk(FieldInfo field, DocIdSetIterator values, Action check)
    {
        int last = -1;
        for (int docId = values.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = values.NextDoc())
        {
            Expect(docId > last && docId < reader.MaxDoc, $"field {field.Name}: doc value of document {docId} follows {last} of {reader.MaxDoc}");
            check();
            last = docId;
        }
    }

    private void CheckStoredFields()
    {
        using StoredFieldsReader stored = reader.OpenStoredFields();
        var visitor = new ReadEverything();
        for (int docId = 0; docId < reader.MaxDoc; docId++)
        {
            stored.VisitDocument(docId, visitor);
        }
    }

    private sealed class ReadEverything : StoredFieldVisitor;
}
