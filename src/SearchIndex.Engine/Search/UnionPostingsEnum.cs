using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// The postings of several terms of a field as if they were one term. Where two of the terms stand at the same position, it counts once,
/// up to the farther end.
/// </summary>
internal sealed class UnionPostingsEnum : PostingsEnum
{
    private const int InitialCapacity = 16;

    private readonly PostingsEnum[] _postings;
    private readonly DisjunctionIterator _documents;

    // The occurrences in the document that was gathered last: the position above, an index into the offsets below.
    private long[] _occurrences = new long[InitialCapacity];
    private int[] _starts = new int[InitialCapacity];
    private int[] _ends = new int[InitialCapacity];
    private int _count;
    private int _gatheredDoc = -1;
    private int _next;
    private int _startOffset = -1;
    private int _endOffset = -1;

    /// <summary>Creates the union of postings, one or more, which all stand at the same document or have not been moved.</summary>
    public UnionPostingsEnum(IReadOnlyList<PostingsEnum> postings)
    {
        _postings = [.. postings];
        _documents = new DisjunctionIterator(_postings);
    }

    /// <inheritdoc/>
    public override int DocId => _documents.DocId;

    /// <inheritdoc/>
    public override long Cost => _documents.Cost;

    /// <inheritdoc/>
    public override int Freq
    {
        get
        {
            GatherOnce();
            return _count;
        }
    }

    /// <inheritdoc/>
    public override int StartOffset => _startOffset;

    /// <inheritdoc/>
    public override int EndOffset => _endOffset;

    /// <inheritdoc/>
    public override int NextDoc() => _documents.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _documents.Advance(target);

    /// <inheritdoc/>
    public override int NextPosition()
    {
        GatherOnce();
        long occurrence = _occurrences[_next++];
        _startOffset = _starts[(int)occurrence];
        _endOffset = _ends[(int)occurrence];
        return (int)(occurrence >> 32);
    }

    private void GatherOnce()
    {
        if (_gatheredDoc == _documents.DocId)
        {
            return;
        }

        _gatheredDoc = _documents.DocId;
        _next = 0;
        _count = 0;
        foreach (int index in _documents.Current())
        {
            Gather(_postings[index]);
        }

        _occurrences.AsSpan(0, _count).Sort();
        MergeEqualPositions();
    }

    private void Gather(PostingsEnum postings)
    {
        for (int left = postings.Freq; left > 0; left--)
        {
            if (_count == _occurrences.Length)
            {
                int capacity = _count * 2;
                Array.Resize(ref _occurrences, capacity);
                Array.Resize(ref _starts, capacity);
                Array.Resize(ref _ends, capacity);
            }

            _occurrences[_count] = ((long)postings.NextPosition() << 32) | (uint)_count;
            _starts[_count] = postings.StartOffset;
            _ends[_count] = postings.EndOffset;
            _count++;
        }
    }

    private void MergeEqualPositions()
    {
        int kept = 0;
        for (int index = 1; index < _count; index++)
        {
            if (_occurrences[index] >> 32 == _occurrences[kept] >> 32)
            {
                ref int end = ref _ends[(int)_occurrences[kept]];
                end = Math.Max(end, _ends[(int)_occurrences[index]]);
            }
            else
            {
                _occurrences[++kept] = _occurrences[index];
            }
        }

        _count = Math.Min(_count, kept + 1);
    }
}
