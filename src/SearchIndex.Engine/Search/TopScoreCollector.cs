using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Keeps the matches with the highest scores; among equal scores the smaller document number wins. (Lucene calls it
/// <c>TopScoreDocCollector</c>.) Once it has seen more matches than its threshold, it tells the search which score a match must have to
/// get in, so that others can be passed over.
/// </summary>
public sealed class TopScoreCollector : Collector
{
    // Score and document in one number: the greater, the better. Sorting and comparing then takes one operation.
    private readonly BoundedHeap<ulong> _heap;
    private readonly int _totalHitsThreshold;
    private readonly ulong _after;
    private long _totalHits;
    private float _minCompetitive;

    /// <summary>Creates the collector.</summary>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    /// <param name="totalHitsThreshold">How many matches are counted exactly, 0 or more; all by default.</param>
    /// <param name="after">Keeps only matches that come later than this one; all by default. All are counted.</param>
    public TopScoreCollector(int count, int totalHitsThreshold = int.MaxValue, HitPlace? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalHitsThreshold);
        _heap = new BoundedHeap<ulong>(count);
        _totalHitsThreshold = totalHitsThreshold;
        _after = after is { } place ? ToKey(place.Score, place.Doc) : ulong.MaxValue; // The key of no score.
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
        return new TopDocs(new TotalHits(_totalHits, IsExact: _minCompetitive == 0f), Array.ConvertAll(keys, FromKey));
    }

    private static ulong ToKey(float score, int doc) => ((ulong)Sortable(BitConverter.SingleToInt32Bits(score)) << 32) | ~(uint)doc;

    private static ScoreDoc FromKey(ulong key) => new((int)~(uint)key, ScoreOf(key));

    private static float ScoreOf(ulong key) => BitConverter.Int32BitsToSingle(FromSortable((uint)(key >> 32)));

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

        // What the search may pass over was counted before; the bar rises with each match that gets in.
        public override float MinCompetitiveScore => _collector._minCompetitive;

        public override void Collect(int doc, float score)
        {
            _collector._totalHits++;
            if (Offer(doc, score) || _collector._totalHits == _collector._totalHitsThreshold + 1L)
            {
                RaiseBar();
            }
        }

        internal override void CollectBatch(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            if (docs.IsEmpty)
            {
                return;
            }

            float bar = Bar();
            for (int index = 0; index < docs.Length; index++)
            {
                if (scores[index] > bar && Offer(docs[index], scores[index]))
                {
                    bar = Bar();
                }
            }

            _collector._totalHits += docs.Length;
            RaiseBar();
        }

        private bool Offer(int doc, float score)
        {
            ulong key = ToKey(score, _docBase + doc);
            return key < _collector._after && _heap.Offer(key);
        }

        // Later documents need more than the lowest score that is kept: among equals the earlier wins.
        private float Bar() => _heap.IsFull ? ScoreOf(_heap.Smallest) : float.NegativeInfinity;

        private void RaiseBar()
        {
            if (_heap.IsFull && _collector._totalHits > _collector._totalHitsThreshold)
            {
                _collector._minCompetitive = Math.Max(0f, MathF.BitIncrement(ScoreOf(_heap.Smallest)));
            }
        }
    }
}
