using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Search;
using SearchIndex.News;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Keeps the best hits and counts all by outlet.</summary>
internal sealed class OutletCountCollector : Collector
{
    private readonly TopScoreCollector _top;
    private readonly Dictionary<string, int> _counts = [];
    private SortedDocValues? _outlets;
    private int[] _ofSegment = [];

    public OutletCountCollector(int count)
    {
        _top = new TopScoreCollector(count);
    }

    public override ScoreMode ScoreMode => ScoreMode.Complete;

    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        Flush();
        _outlets = leaf.Reader.GetSortedDocValues(ArticleSchema.Outlet);
        _ofSegment = new int[_outlets?.ValueCount ?? 0];
        return new Leaf(_top.GetLeafCollector(leaf), _outlets, _ofSegment);
    }

    public TopDocs TopDocs() => _top.TopDocs();

    /// <summary>Returns a number that tells whether two sides counted the same.</summary>
    public long Checksum()
    {
        Flush();
        return _counts.Values.Sum(count => (long)count * count);
    }

    private void Flush()
    {
        for (int ord = 0; ord < _ofSegment.Length; ord++)
        {
            if (_ofSegment[ord] > 0)
            {
                string outlet = System.Text.Encoding.UTF8.GetString(_outlets!.LookupOrd(ord));
                _counts[outlet] = _counts.GetValueOrDefault(outlet) + _ofSegment[ord];
            }
        }

        _ofSegment = [];
    }

    private sealed class Leaf(LeafCollector top, SortedDocValues? outlets, int[] counts) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            top.Collect(doc, score);
            Count(doc);
        }

        internal override void CollectBatch(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            top.CollectBatch(docs, scores);
            foreach (int doc in docs)
            {
                Count(doc);
            }
        }

        private void Count(int doc)
        {
            if (outlets is not null && outlets.AdvanceExact(doc))
            {
                counts[outlets.OrdValue]++;
            }
        }
    }
}
