using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Facets;

/// <summary>
/// Counts the values of all facets in one pass over the matches of a query without its facets ("drill sideways"): a match that every
/// condition lets through counts for every facet, one that a single facet keeps out counts for that facet only.
/// </summary>
internal sealed class FacetCollector(FacetSelection selection) : Collector
{
    private readonly List<Leaf> _leaves = [];

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <summary>Gets the counts of years and months: a month has the number year * 12 + month - 1.</summary>
    public Dictionary<int, int> Months { get; } = [];

    /// <summary>Gets the number of articles without a date.</summary>
    public int Undated { get; private set; }

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        var collector = new Leaf(this, leaf.Reader);
        _leaves.Add(collector);
        return collector;
    }

    /// <summary>Returns the counts of a facet over a column of texts, and the number of articles without a value.</summary>
    public (Dictionary<string, int> Counts, int Missing) CountsOf(FacetKind kind)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int missing = 0;
        foreach (Leaf leaf in _leaves)
        {
            ColumnCounts column = leaf.ColumnOf(kind);
            column.AddTo(counts);
            missing += column.Missing;
        }

        return (counts, missing);
    }

    private sealed class Leaf(FacetCollector collector, SegmentReader reader) : LeafCollector
    {
        private readonly FacetSelection _selection = collector.Selection;
        private readonly ColumnCounts _outlets = new(reader.GetSortedDocValues(ArticleSchema.Outlet), collector.Selection.OutletIds);
        private readonly ColumnCounts _scripts = new(reader.GetSortedDocValues(ArticleSchema.Script), collector.Selection.Scripts);
        private readonly ColumnCounts _authors = new(reader.GetSortedDocValues(ArticleSchema.AuthorName), collector.Selection.Authors);
        private readonly Engine.Codecs.NumericDocValues? _published = reader.GetNumericDocValues(ArticleSchema.Published);

        public ColumnCounts ColumnOf(FacetKind kind) => kind switch
        {
            FacetKind.Outlet => _outlets,
            FacetKind.Script => _scripts,
            _ => _authors,
        };

        public override void Collect(int doc, float score)
        {
            bool hasOutlet = _outlets.MoveTo(doc);
            bool hasScript = _scripts.MoveTo(doc);
            bool hasAuthor = _authors.MoveTo(doc);
            DateTimeOffset? published = _published is not null && _published.AdvanceExact(doc)
                ? DateTimeOffset.FromUnixTimeMilliseconds(_published.Value) : null;
            bool hasPeriod = published is { } moment ? _selection.HasPeriodOf(moment) : _selection.Periods is null;
            int kept = (hasOutlet ? 1 : 0) + (hasScript ? 1 : 0) + (hasAuthor ? 1 : 0) + (hasPeriod ? 1 : 0);
            CountIf(kept == 4 || (kept == 3 && !hasOutlet), _outlets);
            CountIf(kept == 4 || (kept == 3 && !hasScript), _scripts);
            CountIf(kept == 4 || (kept == 3 && !hasAuthor), _authors);
            if (kept == 4 || (kept == 3 && !hasPeriod))
            {
                collector.CountDate(published);
            }
        }

        private static void CountIf(bool counts, ColumnCounts column)
        {
            if (counts)
            {
                column.Count();
            }
        }
    }

    private FacetSelection Selection => selection;

    private void CountDate(DateTimeOffset? published)
    {
        if (published is { } date)
        {
            int month = (date.Year * 12) + date.Month - 1;
            Months[month] = Months.GetValueOrDefault(month) + 1;
        }
        else
        {
            Undated++;
        }
    }
}
