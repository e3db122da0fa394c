namespace SearchIndex.News.Query;

/// <summary>Regional variants that a search looked for as well.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Forms">The other forms, those that count most first.</param>
public sealed record VariantNote(string Typed, IReadOnlyList<string> Forms);
