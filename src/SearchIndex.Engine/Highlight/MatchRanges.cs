namespace SearchIndex.Engine.Highlight;

/// <summary>Puts the matches of all parts of a query in order.</summary>
public static class MatchRanges
{
    /// <summary>Sorts ranges and makes one of those that overlap; ranges that only touch stay apart.</summary>
    public static IReadOnlyList<MatchRange> Merge(List<MatchRange> ranges)
    {
        ranges.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End));
        var merged = new List<MatchRange>(ranges.Count);
        foreach (MatchRange range in ranges)
        {
            if (merged.Count > 0 && range.Start < merged[^1].End)
            {
                merged[^1] = new MatchRange(merged[^1].Start, Math.Max(merged[^1].End, range.End));
            }
            else if (range.Length > 0)
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
