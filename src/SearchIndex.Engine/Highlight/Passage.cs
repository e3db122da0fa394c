namespace SearchIndex.Engine.Highlight;

/// <summary>A piece of a text that shows why it matches.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The UTF-16 unit behind the last.</param>
/// <param name="Marks">The matches in it, ascending and without overlaps; counted from the start of the text, not of the passage.</param>
public sealed record Passage(int Start, int End, IReadOnlyList<MatchRange> Marks);
