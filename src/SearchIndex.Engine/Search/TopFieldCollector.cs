using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Keeps the first matches in the order of a <see cref="Sort"/>. Scores are not computed.</summary>
public sealed class TopFieldCollector : Collector
{
    private readonly Sort _sort;
    private readonly BoundedHeap<HitPlace> _heap;
    private readonly HitPlace? _after;
    private long _totalHits;

    /// <summary>Creates the collector.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    /// <param name="after">Keeps only matches that come later than this one; all by default. All are counted.</param>
    public TopFieldCollector(Sort sort, int count, HitPlace? after = null)
    {
        ArgumentNullException.ThrowIfNull(sort);
        _sort = sort;
        _heap = new BoundedHeap<HitPlace>(count);
        _after = after;
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return new Leaf(this, leaf.Reader.GetNumericDocValues(_sort.Field), leaf.DocBase);
    }

    /// <summary>Returns what was kept, in order, with scores of 0.</summary>
    public TopDocs TopDocs()
    {
        HitPlace[] places = _heap.Descending();
        return new TopDocs(new TotalHits(_totalHits), Array.ConvertAll(places, place => new ScoreDoc(place.Doc, 0f)));
    }

    private sealed class Leaf(TopFieldCollector collector, NumericDocValues? values, int docBase) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            collector._totalHits++;
            var place = HitPlace.Of(values, collector._sort, doc, docBase);
            if (collector._after is not { } after || place < after)
            {
                collector._heap.Offer(place);
            }
        }
    }
}
