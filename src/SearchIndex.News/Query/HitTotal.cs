namespace SearchIndex.News.Query;

/// <summary>How many articles match.</summary>
/// <param name="Value">The number.</param>
/// <param name="Relation">Always <c>eq</c>: totals are exact.</param>
public readonly record struct HitTotal(int Value, string Relation = "eq");
