namespace SearchIndex.Benchmarks.Tuning;

/// <summary>A question of the kit.</summary>
/// <param name="Set">The letter of its set.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Answer">The document that it was written for.</param>
internal sealed record KitQuestion(string Set, string Text, int Answer);
