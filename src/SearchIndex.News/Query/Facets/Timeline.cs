namespace SearchIndex.News.Query.Facets;

/// <summary>How many articles match over time, and how many the archive has at all.</summary>
/// <param name="Interval">The length of a step.</param>
/// <param name="Steps">The steps from the first match to the last; steps without a match are among them when the archive has articles there.</param>
/// <param name="Undated">The matches without a date.</param>
/// <param name="Partial">Whether the counting ended at its deadline: there may be more matches.</param>
public sealed record Timeline(TimelineInterval Interval, IReadOnlyList<TimelineStep> Steps, int Undated, bool Partial = false);
