using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Keeps the matches with the highest scores; among equal scores the smaller document number wins. (Lucene calls it
/// <c>TopScoreDocCollector</c>.)
/// </summary>
public sealed class TopScoreCollector : Collector
{
    // Score and document in one number: the greater, the better. Sorting and comparing then takes one operation.
    private readonly BoundedHeap<ulong> _heap;
    private long _totalHits;

    /// <summary>Creates the collector.</summary>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    public TopScoreCollector(int count)
    {
        _heap = new BoundedHeap<ulong>(count);
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.Complete;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return new Leaf(this, leaf.DocBase);
    }

    /// <summary>Returns what was kept, the best first.</summary>
    public TopDocs TopDocs()
    {
        ulong[] keys = _heap.Descending();
        return new TopDocs(new TotalHits(_totalHits), Array.ConvertAll(keys, FromKey));
    }

    private static ulong ToKey(float score, int doc) => ((ulong)Sortable(BitConverter.SingleToInt32Bits(score)) << 32) | ~(uint)doc;

    private static ScoreDoc FromKey(ulong key)
    {
        float score = BitConverter.Int32BitsToSingle(FromSortable((uint)(key >> 32)));
        return new ScoreDoc((int)~(uint)key, score);
    }

    // The bits of a float as a number that grows with it: negative floats are mirrored below the positive ones.
    private static uint Sortable(int bits) => (uint)(bits ^ ((bits >> 31) | int.MinValue));

    private static int FromSortable(uint sortable) => (int)sortable ^ ((~(int)sortable >> 31) | int.MinValue);

    private sealed class Leaf : LeafCollector
    {
        private readonly TopScoreCollector _collector;
        private readonly BoundedHeap<ulong> _heap;
        private readonly int _docBase;

        public Leaf(TopScoreCollector collector, int docBase)
        {
            _collector = collector;
            _heap = collector._heap;
            _docBase = docBase;
        }

        public override void Collect(int doc, float score)
        {
            _collector._totalHits++;
            _heap.Offer(ToKey(score, _docBase + doc));
        }
    }
}
