namespace SearchIndex.Engine.Index;

/// <summary>Decides which segments become one. Has no state of an index; safe for several threads.</summary>
public abstract class MergePolicy
{
    /// <summary>
    /// Returns the next group of segments to merge, in document order, or an empty list when the index is well as it is. The writer asks again
    /// after each merge.
    /// </summary>
    /// <param name="segments">The segments of the index in document order.</param>
    public abstract IReadOnlyList<SegmentCommitInfo> NextMerge(IReadOnlyList<SegmentCommitInfo> segments);
}
