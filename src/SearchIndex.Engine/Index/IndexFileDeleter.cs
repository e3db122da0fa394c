using System.Text.RegularExpressions;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Deletes index files that neither a commit nor the writer at hand needs. Files with other names are never touched (spec 2.4). A file
/// that the system will not delete yet (Windows, while a reader maps it) is tried again at the next round.
/// </summary>
internal sealed partial class IndexFileDeleter(IndexDirectory directory, Codec codec, IndexDeletionPolicy policy)
{
    /// <summary>
    /// Deletes what is not needed. Commits go first, and safely: a commit that is left must find its segments, since it may be the newest. When
    /// one cannot be deleted, the files of segments stay for the next round.
    /// </summary>
    /// <param name="needed">Told which files are there, it says which of them must stay.</param>
    public void DeleteUnneeded(Func<IReadOnlyList<string>, IReadOnlySet<string>> needed)
    {
        string[] files = [.. directory.ListAll().Where(IsIndexFile)];
        IReadOnlySet<string> kept = needed(files);
        string[] unneeded = [.. files.Where(name => !kept.Contains(name))];
        string[] commits = [.. unneeded.Where(name => SegmentInfos.TryParseGeneration(name, out _))];
        if (commits.Length > 0)
        {
            bool allGone = commits.Count(TryDelete) == commits.Length;
            if (!allGone)
            {
                return;
            }

            directory.SyncMetadata();
        }

        foreach (string name in unneeded.Except(commits, StringComparer.Ordinal))
        {
            TryDelete(name);
        }
    }

    /// <summary>Returns the files of the commits that the policy keeps; those of <paramref name="newest"/> always.</summary>
    public HashSet<string> FilesOfKeptCommits(SegmentInfos newest)
    {
        long[] generations = [.. directory.ListAll()
            .Where(name => SegmentInfos.TryParseGeneration(name, out _))
            .Select(name => SegmentInfos.TryParseGeneration(name, out long generation) ? generation : 0)
            .Where(generation => generation <= newest.Generation)
            .Order()];
        var files = newest.Files().ToHashSet(StringComparer.Ordinal);
        foreach (long generation in policy.Keep(generations).Where(generation => generation < newest.Generation))
        {
            files.UnionWith(FilesOf(generation));
        }

        return files;
    }

    /// <summary>Returns the highest segment number and commit generation that any file name in the directory carries; -1 and 0 for none.</summary>
    public (long SegmentNumber, long Generation) HighestNames()
    {
        long segmentNumber = -1;
        long highestGeneration = 0;
        foreach (string name in directory.ListAll())
        {
            string committed = name.StartsWith(IndexFileNames.PendingSegments, StringComparison.Ordinal) ? name["pending_".Length..] : name;
            if (SegmentInfos.TryParseGeneration(committed, out long generation))
            {
                highestGeneration = Math.Max(highestGeneration, generation);
            }
            else if (TryParseSegment(name, out long number))
            {
                segmentNumber = Math.Max(segmentNumber, number);
            }
        }

        return (segmentNumber, highestGeneration);
    }

    /// <summary>Returns the number in the name of a file of a segment; false for any other name.</summary>
    public static bool TryParseSegment(string fileName, out long number)
    {
        number = -1;
        return SegmentFile().Match(fileName) is { Success: true } match
            && IndexFileNames.TryParseBase36(match.Groups[1].ValueSpan, out number);
    }

    /// <summary>Tells whether a name is one of an index, which may be deleted when nothing needs the file.</summary>
    internal static bool IsIndexFile(string name) =>
        SegmentFile().IsMatch(name)
        || name.StartsWith(IndexFileNames.Segments + "_", StringComparison.Ordinal)
        || name.StartsWith(IndexFileNames.PendingSegments + "_", StringComparison.Ordinal);

    [GeneratedRegex(@"^_([a-z0-9]+)(_.*)?\..*$")]
    private static partial Regex SegmentFile();

    /// <summary>An older commit that cannot be read has no use; its own file goes with what nobody else needs.</summary>
    private IEnumerable<string> FilesOf(long generation)
    {
        try
        {
            return SegmentInfos.Read(directory, codec, generation).Files();
        }
        catch (Exception problem) when (problem is CorruptIndexException or FileNotFoundException)
        {
            return [];
        }
    }

    private bool TryDelete(string name)
    {
        try
        {
            directory.DeleteFile(name);
            return true;
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            // Still in use: it is unneeded at the next commit as well, and goes then.
            return false;
        }
    }
}
