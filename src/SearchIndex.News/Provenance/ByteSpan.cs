namespace SearchIndex.News.Provenance;

/// <summary>A span of bytes of a file.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte behind the last.</param>
public readonly record struct ByteSpan(int Start, int End)
{
    /// <summary>What stands nowhere in the file, such as the blank between two pieces of a paragraph.</summary>
    internal static readonly ByteSpan None = new(-1, -1);

    /// <summary>Gets whether the file holds it.</summary>
    internal bool IsSomewhere => Start >= 0;

    /// <summary>Gets the number of bytes.</summary>
    internal int Length => End - Start;
}
