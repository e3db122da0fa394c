namespace SearchIndex.News.Query.Facets;

/// <summary>One step of a <see cref="Timeline"/>.</summary>
/// <param name="Period">The day, month or year: 2023-05-01, 2023-05 or 2023.</param>
/// <param name="Found">How many articles match.</param>
/// <param name="Published">How many the archive has in this step.</param>
/// <param name="Outlets">The same for each outlet that published in this step, the one with most matches first.</param>
public sealed record TimelineStep(string Period, int Found, int Published, IReadOnlyList<TimelineCount> Outlets);
