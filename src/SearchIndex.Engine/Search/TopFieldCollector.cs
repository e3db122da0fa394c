using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Keeps the first matches in the order of a <see cref="Sort"/>. Scores are not computed.</summary>
public sealed class TopFieldCollector : Collector
{
    private readonly Sort _sort;
    private readonly BoundedHeap<Entry> _heap;
    private long _totalHits;

    /// <summary>Creates the collector.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    public TopFieldCollector(Sort sort, int count)
    {
        ArgumentNullException.ThrowIfNull(sort);
        _sort = sort;
        _heap = new BoundedHeap<Entry>(count);
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
        Entry[] entries = _heap.Descending();
        return new TopDocs(new TotalHits(_totalHits), Array.ConvertAll(entries, entry => new ScoreDoc(entry.Doc, 0f)));
    }

    /// <summary>A match: the greater, the earlier it comes.</summary>
    private readonly record struct Entry(bool HasValue, long Rank, int Doc) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            if (HasValue != other.HasValue)
            {
                return HasValue ? 1 : -1;
            }

            int order = Rank.CompareTo(other.Rank);
            return order != 0 ? order : other.Doc.CompareTo(Doc);
        }
    }

    private sealed class Leaf : LeafCollector
    {
        private readonly TopFieldCollector _collector;
        private readonly NumericDocValues? _values;
        private readonly int _docBase;
        private readonly bool _descending;

        public Leaf(TopFieldCollector collector, NumericDocValues? values, int docBase)
        {
            _collector = collector;
            _values = values;
            _docBase = docBase;
            _descending = collector._sort.Descending;
        }

        public override void Collect(int doc, float score)
        {
            _collector._totalHits++;
            bool hasValue = _values is not null && _values.AdvanceExact(doc);
            long value = hasValue ? _values!.Value : 0;

            // The complement turns the order round, also at the ends of the range where a negation would overflow.
            _collector._heap.Offer(new Entry(hasValue, hasValue && !_descending ? ~value : value, _docBase + doc));
        }
    }
}
