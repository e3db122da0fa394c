namespace SearchIndex.Engine.Index;

/// <summary>What <see cref="CheckIndex"/> found in one segment.</summary>
/// <param name="Name">The name, such as <c>_0</c>.</param>
/// <param name="MaxDoc">The number of documents, deleted ones included.</param>
/// <param name="NumDocs">The number of live documents that the commit says.</param>
/// <param name="Parts">The parts in the order in which they were checked. A segment that does not open has the first ones only.</param>
public sealed record SegmentReport(string Name, int MaxDoc, int NumDocs, IReadOnlyList<PartReport> Parts)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsSound => Parts.All(part => part.Problem is null);

    /// <summary>Gets what is wrong, one line each.</summary>
    public IEnumerable<string> Problems =>
        Parts.Where(part => part.Problem is not null).Select(part => $"segment {Name}, {part.Part}: {part.Problem}");

    /// <summary>Writes the section of the segment: a heading, then a line for each part.</summary>
    public IEnumerable<string> Lines() => Parts
        .Select(part => part.Problem is null ? $"  {part.Part}: {part.Figures}" : $"  {part.Part}: BROKEN: {part.Problem}")
        .Prepend($"segment {Name}: {NumDocs} documents, {MaxDoc - NumDocs} deleted");
}
