namespace SearchIndex.Engine.Index;

/// <summary>
/// Merges segments of about the same size, so that a document is rewritten a logarithmic number of times, and never leaves more than a
/// given number. Deleted documents do not count as size, so segments with many of them are merged sooner; one with more than a share of
/// deletes is rewritten alone.
/// </summary>
public sealed class TieredMergePolicy : MergePolicy
{
    private const int DefaultSegmentsPerTier = 10;
    private const double DefaultMaxDeletedShare = 0.33;

    /// <summary>Gets the largest number of segments that an index may have; 1 or more. One means: always merged to one.</summary>
    public int MaxSegments { get; init; } = 3 * DefaultSegmentsPerTier;

    /// <summary>Gets how many segments of about one size come together; 2 or more.</summary>
    public int SegmentsPerTier { get; init; } = DefaultSegmentsPerTier;

    /// <summary>Gets the share of deleted documents, 0 to 1, above which a segment is rewritten.</summary>
    public double MaxDeletedShare { get; init; } = DefaultMaxDeletedShare;

    /// <inheritdoc/>
    public override IReadOnlyList<SegmentCommitInfo> NextMerge(IReadOnlyList<SegmentCommitInfo> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        List<SegmentCommitInfo> bySize = [.. segments.OrderBy(segment => segment.NumDocs)];
        if (segments.Count > MaxSegments)
        {
            return InOrder(segments, bySize.Take(segments.Count - MaxSegments + 1));
        }

        if (FullTier(bySize) is { Count: > 0 } tier)
        {
            return InOrder(segments, tier);
        }

        SegmentCommitInfo? wasteful = segments.FirstOrDefault(segment => segment.DelCount > MaxDeletedShare * segment.Info.MaxDoc);
        return wasteful is null ? [] : [wasteful];
    }

    /// <summary>
    /// Finds the smallest segments that are within a factor of each other and fill a tier. The factor is half of what a merge of equal
    /// segments multiplies their size by: what they make together belongs to the next tier, even when they were not quite equal.
    /// </summary>
    private List<SegmentCommitInfo> FullTier(List<SegmentCommitInfo> bySize)
    {
        for (int start = 0; start + SegmentsPerTier <= bySize.Count; start++)
        {
            List<SegmentCommitInfo> tier = bySize.GetRange(start, SegmentsPerTier);
            if (2L * tier[^1].NumDocs <= (long)SegmentsPerTier * Math.Max(1, tier[0].NumDocs))
            {
                return tier;
            }
        }

        return [];
    }

    private static List<SegmentCommitInfo> InOrder(IReadOnlyList<SegmentCommitInfo> segments, IEnumerable<SegmentCommitInfo> chosen)
    {
        HashSet<string> names = [.. chosen.Select(segment => segment.Info.Name)];
        return [.. segments.Where(segment => names.Contains(segment.Info.Name))];
    }
}
