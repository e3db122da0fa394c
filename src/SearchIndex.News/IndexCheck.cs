namespace SearchIndex.News;

/// <summary>What a check of an index says.</summary>
/// <param name="Clean">Whether nothing is wrong.</param>
/// <param name="Lines">What was checked and what is wrong, for a person.</param>
public sealed record IndexCheck(bool Clean, IReadOnlyList<string> Lines);
