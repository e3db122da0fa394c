using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>
/// The postings of the terms of one field: walked from front to back, then reached by jumps, which must give the same documents,
/// frequencies, positions and offsets (spec 14, 10 to 13 and 16). Payloads, which this engine does not read, are passed over.
/// </summary>
internal sealed class PostingsCheck(SegmentReader reader, FieldInfo field, FixedBitSet docsWithTerms)
{
    private const int MaxPosition = int.MaxValue - 128;
    private const int JumpsFromTheStart = 7;
    private const int DocumentsWithoutSkipData = 128;

    private readonly PostingsLog _log = new();
    private readonly ImpactsCheck _impacts = new(reader, field);
    private PostingsEnum? _postings;

    /// <summary>Gets the occurrences of all terms so far.</summary>
    public long Tokens { get; private set; }

    public void CheckTerm(TermsEnum terms)
    {
        Walk(terms);
        JumpForward(terms);
        if (terms.DocFreq > DocumentsWithoutSkipData)
        {
            JumpFromTheStart(terms);
            _impacts.CheckTerm(terms, _log);
        }
    }

    private void Walk(TermsEnum terms)
    {
        _log.Clear();
        int docFreq = terms.DocFreq;
        PostingsEnum postings = _postings = terms.Postings(PostingsFeatures.Offsets, _postings);
        long tokens = 0;
        int previous = postings.DocId;
        Expect.That(previous == -1, $"new postings stand at document {previous}");
        for (int docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
        {
            Expect.That(docId > previous && docId < reader.MaxDoc, $"document {docId} of {reader.MaxDoc} follows {previous}");
            int freq = postings.Freq;
            Expect.That(freq >= 1 && (field.HasFreqs || freq == 1), $"frequency {freq} in document {docId}");
            tokens += freq;
            Expect.That(tokens <= terms.TotalTermFreq, $"a term has {tokens} tokens up to document {docId}, {terms.TotalTermFreq} recorded");
            _log.Add(docId, freq, Positions(postings));
            Expect.That(_log.Count <= docFreq, $"a term has more than the {docFreq} documents recorded");
            docsWithTerms.Set(docId);
            previous = docId;
        }

        Expect.That(_log.Count == docFreq, $"a term has {_log.Count} documents, {docFreq} recorded");
        Expect.That(tokens == terms.TotalTermFreq, $"a term has {tokens} tokens, {terms.TotalTermFreq} recorded");
        Tokens += tokens;
    }

    /// <summary>Checks the occurrences in the current document and returns a digest of them.</summary>
    private long Positions(PostingsEnum postings)
    {
        if (!field.HasPositions)
        {
            return 0;
        }

        int lastPosition = 0;
        int lastStart = 0;
        long digest = 0;
        int freq = postings.Freq;
        for (int occurrence = 0; occurrence < freq; occurrence++)
        {
            int position = postings.NextPosition();
            Expect.That(
                position >= lastPosition && position <= MaxPosition,
                $"position {position} follows {lastPosition} in document {postings.DocId}");
            lastPosition = position;
            digest = (digest * 31) + position;
            if (field.HasOffsets)
            {
                int start = postings.StartOffset;
                int end = postings.EndOffset;
                Expect.That(
                    start >= lastStart && end >= start, $"offsets {start} to {end} follow {lastStart} in document {postings.DocId}");
                lastStart = start;
                digest = (((digest * 31) + start) * 31) + end;
            }
        }

        return digest;
    }

    /// <summary>One enum passes over more and more documents at a time.</summary>
    private void JumpForward(TermsEnum terms)
    {
        PostingsEnum postings = _postings = terms.Postings(PostingsFeatures.Offsets, _postings);
        int rank = 0;
        for (int step = 1; rank < _log.Count; step = (step * 2) + 1)
        {
            // The target lies behind the document before, so that it is found, not met.
            int target = rank == 0 ? 0 : _log[rank - 1].DocId + 1;
            ExpectSame(postings, postings.Advance(target), rank, target);
            rank += step;
        }
    }

    private void JumpFromTheStart(TermsEnum terms)
    {
        for (int index = 0; index <= JumpsFromTheStart; index++)
        {
            int target = (int)((long)index * reader.MaxDoc / JumpsFromTheStart);
            PostingsEnum postings = _postings = terms.Postings(PostingsFeatures.Offsets, _postings);
            int rank = _log.FirstAtLeast(target);
            ExpectSame(postings, postings.Advance(target), rank, target);
            if (rank < _log.Count)
            {
                ExpectSame(postings, postings.NextDoc(), rank + 1, target);
            }
        }
    }

    private void ExpectSame(PostingsEnum postings, int docId, int rank, int target)
    {
        int expected = rank < _log.Count ? _log[rank].DocId : DocIdSetIterator.NoMoreDocs;
        Expect.That(docId == expected, $"after a jump to {target} document {docId} comes instead of {expected}");
        if (rank < _log.Count)
        {
            bool same = postings.Freq == _log[rank].Freq && Positions(postings) == _log[rank].Positions;
            Expect.That(same, $"document {docId} has other occurrences after a jump to {target} than on a walk");
        }
    }
}
