using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Counts the matches.</summary>
public sealed class TotalHitCountCollector : Collector
{
    private readonly Counter _counter = new();

    /// <summary>Gets the number of matches so far.</summary>
    public long TotalHits => _counter.Count;

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => _counter;

    private sealed class Counter : LeafCollector
    {
        public long Count { get; private set; }

        internal override bool OnlyCounts => true;

        public override void Collect(int doc, float score) => Count++;

        internal override void CollectBatch(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores) => Count += docs.Length;

        internal override void CollectCount(int count) => Count += count;
    }
}
