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
        private const int BatchSize = 128;

        private readonly int[] _docs = new int[BatchSize];
        private readonly int[] _ords = new int[BatchSize];

        public override void Collect(int doc, float score)
        {
            top.Collect(doc, score);
            _docs[0] = doc;
            Count(_docs.AsSpan(0, 1));
        }

        internal override void CollectBatch(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            top.CollectBatch(docs, scores);
            for (int start = 0; start < docs.Length; start += BatchSize)
            {
                Count(docs[start..Math.Min(start + BatchSize, docs.Length)]);
            }
        }

        private void Count(ReadOnlySpan<int> docs)
        {
            if (outlets is null)
            {
                return;
            }

            Span<int> ords = _ords.AsSpan(0, docs.Length);
            outlets.GetOrdValues(docs, ords);
            foreach (int ord in ords)
            {
                if (ord >= 0)
                {
                    counts[ord]++;
                }
            }
        }
    }
}
