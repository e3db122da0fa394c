using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Receives the matches of a search, segment after segment in document order. For one search and one thread.</summary>
public abstract class Collector
{
    /// <summary>Gets what is needed of the matches.</summary>
    public abstract ScoreMode ScoreMode { get; }

    /// <summary>Returns what receives the matches of a segment.</summary>
    public abstract LeafCollector GetLeafCollector(LeafReaderContext leaf);
}
