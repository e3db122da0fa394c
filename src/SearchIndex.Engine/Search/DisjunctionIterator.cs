using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Walks over the documents that any of several iterators has, and tells which have the current one. The iterators stand in a binary
/// heap by their current document.
/// </summary>
internal sealed class DisjunctionIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator[] _iterators;
    private readonly int[] _docs;

    // A binary heap of indexes into the arrays above: the smallest document is at 0.
    private readonly int[] _heap;
    private readonly int[] _current;
    private int _currentCount;

    /// <summary>Creates the walk over iterators, one or more, which all stand at the same document or have not been moved.</summary>
    public DisjunctionIterator(IReadOnlyList<DocIdSetIterator> iterators)
    {
        _iterators = [.. iterators];
        _docs = new int[_iterators.Length];
        _heap = new int[_iterators.Length];
        _current = new int[_iterators.Length];
        for (int index = 0; index < _iterators.Length; index++)
        {
            _docs[index] = _iterators[index].DocId;
            _heap[index] = index;
            Cost += _iterators[index].Cost;
        }
    }

    /// <inheritdoc/>
    public override int DocId => _docs[_heap[0]];

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        _currentCount = 0;
        int left = DocId;
        int top;
        do
        {
            top = _heap[0];
            _docs[top] = _iterators[top].NextDoc();
            SiftDownTop();
        }
        while (_docs[_heap[0]] == left);
        return _docs[_heap[0]];
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        _currentCount = 0;
        while (_docs[_heap[0]] < target)
        {
            int top = _heap[0];
            _docs[top] = _iterators[top].Advance(target);
            SiftDownTop();
        }

        return _docs[_heap[0]];
    }

    /// <summary>
    /// Returns the indexes of the iterators that stand at the current document, one or more, in no particular order; valid until the next
    /// move.
    /// </summary>
    public ReadOnlySpan<int> Current()
    {
        if (_currentCount == 0)
        {
            GatherFrom(0, DocId);
        }

        return _current.AsSpan(0, _currentCount);
    }

    // Those at the smallest document form a tree at the top of the heap.
    private void GatherFrom(int node, int doc)
    {
        int index = _heap[node];
        if (_docs[index] != doc)
        {
            return;
        }

        _current[_currentCount++] = index;
        int child = (2 * node) + 1;
        if (child < _heap.Length)
        {
            GatherFrom(child, doc);
        }

        if (child + 1 < _heap.Length)
        {
            GatherFrom(child + 1, doc);
        }
    }

    private void SiftDownTop()
    {
        int[] heap = _heap;
        int[] docs = _docs;
        int moved = heap[0];
        int doc = docs[moved];
        int node = 0;
        for (int child = 1; child < heap.Length; child = (2 * node) + 1)
        {
            if (child + 1 < heap.Length && docs[heap[child + 1]] < docs[heap[child]])
            {
                child++;
            }

            if (docs[heap[child]] >= doc)
            {
                break;
            }

            heap[node] = heap[child];
            node = child;
        }

        heap[node] = moved;
    }
}
