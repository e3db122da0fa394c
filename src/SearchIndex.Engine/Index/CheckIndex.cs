using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index.Checks;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Reads an index whole and compares it with itself: checksums, statistics, postings against skip data and impacts, norms, doc values,
/// stored fields (spec 14). Each part of each segment is checked on its own; a broken one does not hide the others.
/// </summary>
public static class CheckIndex
{
    /// <summary>Checks the newest commit, and what lies beside it. Damage is reported, not thrown.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static CheckIndexReport Run(IndexDirectory directory, Codec codec, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        try
        {
            return Run(directory, codec, SegmentInfos.ReadLatest(directory, codec), cancellation);
        }
        catch (Exception problem) when (Damage.Is(problem))
        {
            return new CheckIndexReport(0, [], [problem.Message], []);
        }
    }

    /// <summary>Checks a commit that was read already, and what lies beside it.</summary>
    internal static CheckIndexReport Run(IndexDirectory directory, Codec codec, SegmentInfos commit, CancellationToken cancellation)
    {
        List<SegmentReport> segments = [];
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            segments.Add(new SegmentCheck(directory, codec, segment, cancellation).Run());
        }

        return new CheckIndexReport(
            commit.Generation, segments, [.. CommitCheck.Problems(commit)], [.. CommitCheck.Drifts(directory, codec, commit)]);
    }
}
