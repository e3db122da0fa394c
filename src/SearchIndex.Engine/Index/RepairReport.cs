namespace SearchIndex.Engine.Index;

/// <summary>What <see cref="IndexRepair"/> did.</summary>
/// <param name="Before">What the check found before.</param>
/// <param name="Dropped">The segments that were dropped; empty when nothing was broken.</param>
public sealed record RepairReport(CheckIndexReport Before, IReadOnlyList<SegmentReport> Dropped)
{
    /// <summary>Gets whether a new commit was made.</summary>
    public bool Changed { get; init; }

    /// <summary>Gets how many live documents were lost with the segments.</summary>
    public int LostDocuments => Dropped.Sum(segment => segment.NumDocs);
}
