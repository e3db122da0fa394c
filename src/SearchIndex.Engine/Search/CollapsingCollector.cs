using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>
/// Keeps the first matches, and of each group of documents only the first of them; the others are remembered with it. The order is that
/// of the scores, or a <see cref="Sort"/>; ties go by document number.
/// </summary>
public sealed class CollapsingCollector : Collector
{
    private readonly Func<int, int> _groupOf;
    private readonly Sort? _sort;
    private readonly BoundedHeap<Entry> _heap;
    private readonly Dictionary<int, Group> _groups = [];
    private long _totalHits;
    private long _ungrouped;

    /// <summary>Creates the collector.</summary>
    /// <param name="groupOf">Returns the group of a document of the whole index; negative for one that is in none.</param>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    /// <param name="sort">The order; null for that of the scores.</param>
    public CollapsingCollector(Func<int, int> groupOf, int count, Sort? sort = null)
    {
        ArgumentNullException.ThrowIfNull(groupOf);
        _groupOf = groupOf;
        _sort = sort;
        _heap = new BoundedHeap<Entry>(count);
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => _sort is null ? ScoreMode.Complete : ScoreMode.CompleteNoScores;

    /// <summary>Gets how many documents matched, each version counted.</summary>
    public long TotalHits => _totalHits;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return new Leaf(this, _sort is null ? null : leaf.Reader.GetNumericDocValues(_sort.Field), leaf.DocBase);
    }

    /// <summary>Returns what was kept, in order; scores are 0 with a <see cref="Sort"/>. The total counts a group once. To be called once.</summary>
    public TopDocs TopDocs()
    {
        foreach (Group group in _groups.Values)
        {
            _heap.Offer(group.Best);
        }

        ScoreDoc[] docs = Array.ConvertAll(_heap.Descending(), entry => new ScoreDoc(entry.Doc, entry.Score));
        return new TopDocs(new TotalHits(_ungrouped + _groups.Count), docs);
    }

    /// <summary>Returns the other matches of the group of a document, in document order.</summary>
    public IReadOnlyList<int> VersionsOf(int doc) =>
        _groups.TryGetValue(_groupOf(doc), out Group? group) ? [.. group.Docs.Where(other => other != doc)] : [];

    private void Collect(Entry entry)
    {
        _totalHits++;
        int number = _groupOf(entry.Doc);
        if (number < 0)
        {
            _ungrouped++;
            _heap.Offer(entry);
            return;
        }

        if (!_groups.TryGetValue(number, out Group? group))
        {
            group = new Group { Best = entry };
            _groups.Add(number, group);
        }

        group.Docs.Add(entry.Doc);
        group.Best = entry.CompareTo(group.Best) > 0 ? entry : group.Best;
    }

    /// <summary>A match: the greater, the earlier it comes.</summary>
    private readonly record struct Entry(bool HasValue, long Rank, float Score, int Doc) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            int order = HasValue.CompareTo(other.HasValue);
            order = order != 0 ? order : Rank.CompareTo(other.Rank);
            order = order != 0 ? order : Score.CompareTo(other.Score);
            return order != 0 ? order : other.Doc.CompareTo(Doc);
        }
    }

    private sealed class Group
    {
        public required Entry Best { get; set; }

        public List<int> Docs { get; } = [];
    }

    private sealed class Leaf(CollapsingCollector collector, NumericDocValues? values, int docBase) : LeafCollector
    {
        private readonly bool _descending = collector._sort?.Descending ?? false;

        public override void Collect(int doc, float score)
        {
            bool hasValue = values is not null && values.AdvanceExact(doc);
            long value = hasValue ? values!.Value : 0;

            // The complement turns the order round, also at the ends of the range where a negation would overflow.
            collector.Collect(new Entry(hasValue, hasValue && !_descending ? ~value : value, score, docBase + doc));
        }
    }
}
