using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Search;

/// <summary>
/// The postings of many terms of a field as if they were one term, read in advance into one sorted array. For the thousands of terms that
/// a short prefix has this is cheaper than a heap of as many open postings. Has no offsets.
/// </summary>
internal sealed class GatheredPostingsEnum : PostingsEnum
{
    private const int InitialCapacity = 256;
    private const int DocShift = 32;

    // The document above, the position below; ascending once sorted.
    private long[] _occurrences = new long[InitialCapacity];
    private int _count;
    private int _doc = -1;
    private int _start;
    private int _end;
    private int _next;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _count;

    /// <inheritdoc/>
    public override int Freq => _end - _start;

    /// <inheritdoc/>
    public override int StartOffset => -1;

    /// <inheritdoc/>
    public override int EndOffset => -1;

    /// <summary>Adds the occurrences of a term; before <see cref="Sort"/>.</summary>
    /// <param name="postings">The postings, not moved yet.</param>
    /// <param name="documents">The documents that are wanted, or null for all.</param>
    public void Add(PostingsEnum postings, FixedBitSet? documents)
    {
        for (int doc = postings.NextDoc(); doc != NoMoreDocs; doc = postings.NextDoc())
        {
            if (documents is null || documents[doc])
            {
                AddOccurrences(postings, doc);
            }
        }
    }

    /// <summary>Ends the adding; positions that several terms share count once.</summary>
    public void Sort()
    {
        Span<long> occurrences = _occurrences.AsSpan(0, _count);
        occurrences.Sort();
        int kept = 0;
        for (int index = 0; index < occurrences.Length; index++)
        {
            if (kept == 0 || occurrences[index] != occurrences[kept - 1])
            {
                occurrences[kept++] = occurrences[index];
            }
        }

        _count = kept;
    }

    /// <summary>Returns the documents of a segment with so many; after <see cref="Sort"/>.</summary>
    public FixedBitSet Documents(int maxDoc)
    {
        var documents = new FixedBitSet(maxDoc);
        foreach (long occurrence in _occurrences.AsSpan(0, _count))
        {
            documents.Set((int)(occurrence >> DocShift));
        }

        return documents;
    }

    /// <inheritdoc/>
    public override int NextDoc() => MoveTo(_end);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        int found = _occurrences.AsSpan(_end, _count - _end).BinarySearch((long)target << DocShift);
        return MoveTo(_end + (found < 0 ? ~found : found));
    }

    /// <inheritdoc/>
    public override int NextPosition() => (int)_occurrences[_next++];

    private void AddOccurrences(PostingsEnum postings, int doc)
    {
        int freq = postings.Freq;
        if (_count > _occurrences.Length - freq)
        {
            Array.Resize(ref _occurrences, Math.Max(_occurrences.Length * 2, _count + freq));
        }

        for (int left = freq; left > 0; left--)
        {
            _occurrences[_count++] = ((long)doc << DocShift) | (uint)postings.NextPosition();
        }
    }

    private int MoveTo(int index)
    {
        _start = index;
        _next = index;
        _end = index;
        if (index == _count)
        {
            return _doc = NoMoreDocs;
        }

        _doc = (int)(_occurrences[index] >> DocShift);
        while (_end < _count && (int)(_occurrences[_end] >> DocShift) == _doc)
        {
            _end++;
        }

        return _doc;
    }
}
