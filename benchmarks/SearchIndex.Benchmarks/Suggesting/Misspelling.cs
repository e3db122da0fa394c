namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>A name with a slip in it.</summary>
/// <param name="Rule">How the slip was made.</param>
/// <param name="Typed">What is typed.</param>
/// <param name="Meant">The name.</param>
internal sealed record Misspelling(string Rule, string Typed, string Meant);
