using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>The terms of every indexed field: order, sums, and that a seek finds what a walk finds (spec 14, 8 to 18).</summary>
internal sealed class TermsCheck(SegmentReader reader, CancellationToken cancellation)
{
    /// <summary>Every so many terms one is sought.</summary>
    private const int SeekStride = 61;

    private readonly Dictionary<string, FixedBitSet> _docsWithTerms = new(StringComparer.Ordinal);
    private long _terms;
    private long _tokens;

    /// <summary>Gets which documents have terms, for each indexed field that was found sound.</summary>
    public IReadOnlyDictionary<string, FixedBitSet> DocsWithTerms => _docsWithTerms;

    public string Run()
    {
        foreach (FieldInfo field in reader.FieldInfos.Where(field => field.IsIndexed))
        {
            _docsWithTerms.Add(field.Name, FieldPart.Run(field, () => CheckField(field)));
        }

        return $"{_docsWithTerms.Count} fields, {_terms} terms, {_tokens} tokens";
    }

    private FixedBitSet CheckField(FieldInfo field)
    {
        var docsWithTerms = new FixedBitSet(reader.MaxDoc);
        if (reader.Terms(field.Name) is not { } terms)
        {
            return docsWithTerms;
        }

        var postings = new PostingsCheck(reader, field, docsWithTerms);
        TermsEnum iterator = terms.Iterator();
        TermsEnum seeking = terms.Iterator();
        byte[] previous = [];
        long count = 0, sumDocFreq = 0;
        while (iterator.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            byte[] term = iterator.Term.ToArray();
            CheckOrder(terms, previous, term, count);
            CheckCounts(terms, iterator);
            postings.CheckTerm(iterator);
            if (count % SeekStride == 0)
            {
                CheckSeek(seeking, iterator, term);
            }

            previous = term;
            count++;
            sumDocFreq += iterator.DocFreq;
        }

        Expect.That(count == terms.Count && count > 0, $"{count} terms, {terms.Count} recorded");
        Expect.That(terms.Max.Span.SequenceEqual(previous), $"the last term is not the largest recorded");
        Expect.That(sumDocFreq == terms.SumDocFreq, $"sum of document frequencies {sumDocFreq}, {terms.SumDocFreq} recorded");
        Expect.That(postings.Tokens == terms.SumTotalTermFreq, $"{postings.Tokens} tokens, {terms.SumTotalTermFreq} recorded");
        int documents = docsWithTerms.Cardinality();
        Expect.That(documents == terms.DocCount, $"{documents} documents with terms, {terms.DocCount} recorded");
        CheckLastTerm(terms, previous);
        _terms += count;
        _tokens += postings.Tokens;
        return docsWithTerms;
    }

    private static void CheckOrder(Terms terms, byte[] previous, byte[] term, long count)
    {
        Expect.That(count < terms.Count, $"more than the {terms.Count} terms recorded");
        Expect.That(count > 0 || terms.Min.Span.SequenceEqual(term), $"the first term is not the smallest recorded");
        Expect.That(count == 0 || previous.AsSpan().SequenceCompareTo(term) < 0, $"term {count} does not follow the one before");
    }

    private static void CheckCounts(Terms terms, TermsEnum iterator)
    {
        int docFreq = iterator.DocFreq;
        Expect.That(docFreq >= 1 && docFreq <= terms.DocCount, $"a term is in {docFreq} of the {terms.DocCount} documents with terms");
        Expect.That(iterator.TotalTermFreq >= docFreq, $"a term has {iterator.TotalTermFreq} tokens in {docFreq} documents");
    }

    private static void CheckSeek(TermsEnum seeking, TermsEnum iterator, byte[] term)
    {
        bool found = seeking.SeekExact(term);
        Expect.That(found, $"a term is not found by a seek");
        bool same = seeking.DocFreq == iterator.DocFreq && seeking.TotalTermFreq == iterator.TotalTermFreq;
        Expect.That(same, $"a term has {seeking.DocFreq} documents when sought, {iterator.DocFreq} on a walk");
    }

    private void CheckLastTerm(Terms terms, byte[] last)
    {
        TermsEnum seeking = terms.Iterator();
        SeekStatus status = seeking.SeekCeil(last);
        Expect.That(status == SeekStatus.Found, $"the last term is not found by a seek: {status}");
        PostingsEnum postings = seeking.Postings(PostingsFeatures.Docs);
        int documents = 0;
        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs && documents <= reader.MaxDoc)
        {
            documents++;
        }

        Expect.That(documents == seeking.DocFreq, $"the last term has {documents} documents when sought, {seeking.DocFreq} recorded");
    }
}
