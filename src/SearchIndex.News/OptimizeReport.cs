namespace SearchIndex.News;

/// <summary>What an optimization did.</summary>
/// <param name="SegmentsBefore">How many segments the index had.</param>
/// <param name="Segments">How many it has.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Generation">The generation of the newest commit.</param>
public sealed record OptimizeReport(int SegmentsBefore, int Segments, int Articles, long Generation);
