using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;

namespace SearchIndex.News.Query.Facets;

/// <summary>Counts matches by day of publication (days since 1970, UTC) and outlet.</summary>
internal sealed class DayCollector : Collector
{
    private readonly Dictionary<(int Day, string Outlet), int> _counts = [];

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <summary>Gets the counts.</summary>
    public IReadOnlyDictionary<(int Day, string Outlet), int> Counts => _counts;

    /// <summary>Gets the number of matches without a date.</summary>
    public int Undated { get; private set; }

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => new Leaf(this, leaf.Reader);

    private sealed class Leaf(DayCollector collector, SegmentReader reader) : LeafCollector
    {
        private readonly SortedDocValues? _outlets = reader.GetSortedDocValues(ArticleSchema.Outlet);
        private readonly NumericDocValues? _published = reader.GetNumericDocValues(ArticleSchema.Published);
        private readonly Dictionary<int, string> _names = [];

        public override void Collect(int doc, float score)
        {
            if (_published is null || !_published.AdvanceExact(doc))
            {
                collector.Undated++;
                return;
            }

            string outlet = _outlets is not null && _outlets.AdvanceExact(doc) ? NameOf(_outlets.OrdValue) : string.Empty;
            (int, string) key = ((int)Math.Floor((double)_published.Value / TimeSpan.MillisecondsPerDay), outlet);
            collector._counts[key] = collector._counts.GetValueOrDefault(key) + 1;
        }

        private string NameOf(int ord)
        {
            if (!_names.TryGetValue(ord, out string? name))
            {
                name = Encoding.UTF8.GetString(_outlets!.LookupOrd(ord));
                _names.Add(ord, name);
            }

            return name;
        }
    }
}
