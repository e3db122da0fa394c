namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>The beginning of a text that somebody types.</summary>
/// <param name="Set">What kind of text it is.</param>
/// <param name="Typed">What is typed.</param>
/// <param name="Wanted">The text that is wanted.</param>
internal sealed record TypedPrefix(string Set, string Typed, string Wanted);
