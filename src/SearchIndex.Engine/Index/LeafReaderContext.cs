namespace SearchIndex.Engine.Index;

/// <summary>A segment in the place that it has in a reader.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="Ord">Its number among the segments, from 0.</param>
/// <param name="DocBase">What is added to its document numbers to get those of the whole index.</param>
public sealed record LeafReaderContext(SegmentReader Reader, int Ord, int DocBase);
