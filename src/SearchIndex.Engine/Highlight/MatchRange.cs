namespace SearchIndex.Engine.Highlight;

/// <summary>A place in a text that matches a query.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The UTF-16 unit behind the last.</param>
public readonly record struct MatchRange(int Start, int End)
{
    /// <summary>Gets the number of UTF-16 units.</summary>
    public int Length => End - Start;
}
