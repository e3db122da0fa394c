namespace SearchIndex.News.Query.Facets;

/// <summary>The length of a step of a <see cref="Timeline"/>.</summary>
public enum TimelineInterval
{
    /// <summary>A day (UTC).</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}
