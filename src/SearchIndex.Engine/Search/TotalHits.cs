namespace SearchIndex.Engine.Search;

/// <summary>How many documents match.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsExact">Whether it is the exact number; else at least so many match.</param>
public readonly record struct TotalHits(long Value, bool IsExact = true);
