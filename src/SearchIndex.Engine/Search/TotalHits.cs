namespace SearchIndex.Engine.Search;

/// <summary>How many documents match.</summary>
/// <param name="Value">The exact number.</param>
public readonly record struct TotalHits(long Value);
