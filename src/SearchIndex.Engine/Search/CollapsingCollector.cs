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
    private readonly BoundedHeap<HitPlace> _heap;
    private readonly Dictionary<int, Group> _groups = [];
    private readonly HitPlace? _after;
    private long _totalHits;
    private long _ungrouped;

    /// <summary>Creates the collector.</summary>
    /// <param name="groupOf">Returns the group of a document of the whole index; negative for one that is in none.</param>
    /// <param name="count">How many matches to keep, 0 or more.</param>
    /// <param name="sort">The order; null for that of the scores.</param>
    /// <param name="after">Keeps only matches that come later than this one; all by default. All are counted.</param>
    public CollapsingCollector(Func<int, int> groupOf, int count, Sort? sort = null, HitPlace? after = null)
    {
        ArgumentNullException.ThrowIfNull(groupOf);
        _groupOf = groupOf;
        _sort = sort;
        _after = after;
        _heap = new BoundedHeap<HitPlace>(count);
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
            Keep(group.Best);
        }

        ScoreDoc[] docs = Array.ConvertAll(_heap.Descending(), place => new ScoreDoc(place.Doc, place.Score));
        return new TopDocs(new TotalHits(_ungrouped + _groups.Count), docs);
    }

    /// <summary>Returns the other matches of the group of a document, in document order.</summary>
    public IReadOnlyList<int> VersionsOf(int doc) =>
        _groups.TryGetValue(_groupOf(doc), out Group? group) ? [.. group.Docs.Where(other => other != doc)] : [];

    private void Collect(HitPlace place)
    {
        _totalHits++;
        int number = _groupOf(place.Doc);
        if (number < 0)
        {
            _ungrouped++;
            Keep(place);
            return;
        }

        if (!_groups.TryGetValue(number, out Group? group))
        {
            group = new Group { Best = place };
            _groups.Add(number, group);
        }

        group.Docs.Add(place.Doc);
        group.Best = place.CompareTo(group.Best) > 0 ? place : group.Best;
    }

    /// <summary>Keeps the first match of a group, or one without a group.</summary>
    private void Keep(HitPlace place)
    {
        if (_after is not { } after || place < after)
        {
            _heap.Offer(place);
        }
    }

    private sealed class Group
    {
        public required HitPlace Best { get; set; }

        public List<int> Docs { get; } = [];
    }

    private sealed class Leaf(CollapsingCollector collector, NumericDocValues? values, int docBase) : LeafCollector
    {
        public override void Collect(int doc, float score) => collector.Collect(collector._sort is { } sort
            ? HitPlace.Of(values, sort, doc, docBase)
            : new HitPlace(HasValue: false, Rank: 0, score, docBase + doc));
    }
}
