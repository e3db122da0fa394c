namespace SearchIndex.Engine.Search;

/// <summary>Receives the matches of one segment.</summary>
public abstract class LeafCollector
{
    /// <summary>Receives a match. Documents come in ascending order, deleted ones not at all.</summary>
    /// <param name="doc">The number of the document in the segment.</param>
    /// <param name="score">Its score; 0 when the collector does not need any.</param>
    public abstract void Collect(int doc, float score);
}
