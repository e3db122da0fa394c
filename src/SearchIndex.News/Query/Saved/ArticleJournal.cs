using System.Globalization;

namespace SearchIndex.News.Query.Saved;

/// <summary>
/// When articles were first seen, in batches of articles that were seen at the same time. The first batch is what was there at the beginning and
/// is never new. For one thread.
/// </summary>
internal sealed class ArticleJournal
{
    private readonly HashSet<ulong> _known = [];
    private readonly List<(DateTimeOffset? Time, List<ulong> Ids)> _batches = [];

    /// <summary>Gets the number of articles.</summary>
    public int Count => _known.Count;

    /// <summary>Gets the batches, the oldest first; what was there at the beginning has no time.</summary>
    public IReadOnlyList<(DateTimeOffset? Time, List<ulong> Ids)> Batches => _batches;

    /// <summary>Reads the id of an article as a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> id, out ulong number) =>
        ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);

    /// <summary>Notes articles; those that are known stay where they are.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="time">When they were seen, not before the last batch; null for the beginning.</param>
    /// <returns>How many were not known.</returns>
    public int Note(IEnumerable<ulong> ids, DateTimeOffset? time)
    {
        List<ulong> added = [.. ids.Where(_known.Add)];
        if (added.Count > 0)
        {
            _batches.Add((time, added));
        }

        return added.Count;
    }

    /// <summary>Returns the articles last seen, the newest first, without those of the beginning.</summary>
    /// <param name="max">How many at most.</param>
    public IReadOnlyList<(ulong Id, DateTimeOffset FirstSeen)> Newest(int max)
    {
        var newest = new List<(ulong, DateTimeOffset)>();
        for (int batch = _batches.Count - 1; batch >= 0 && newest.Count < max; batch--)
        {
            (DateTimeOffset? time, List<ulong> ids) = _batches[batch];
            if (time is { } seen)
            {
                newest.AddRange(ids.Take(max - newest.Count).Select(id => (id, seen)));
            }
        }

        return newest;
    }
}
