using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>Adds up what an update found and did.</summary>
internal static class UpdateTally
{
    /// <summary>Returns the report, without its time.</summary>
    /// <param name="plan">What was to be done.</param>
    /// <param name="manifest">The manifest afterwards.</param>
    /// <param name="intake">What was done; null when there was nothing to do.</param>
    /// <param name="commit">The newest commit.</param>
    public static UpdateReport Report(ArchivePlan plan, ArchiveManifest manifest, ArticleIntake? intake, SegmentInfos commit)
    {
        Dictionary<FileChange, int> counts = plan.Files.CountBy(file => file.Change).ToDictionary();
        int moved = CountMoved(plan, manifest);
        HashSet<string> indexed = [.. plan.Articles.SelectMany(article => article.Group.Files).Select(file => file.FullPath)];
        PlannedFile[] read = [.. plan.Files.Where(file => file.BytesCompared > 0 || indexed.Contains(file.File.FullPath))];
        return new UpdateReport
        {
            FilesFound = plan.Files.Count - counts.GetValueOrDefault(FileChange.NotLookedAt),
            New = counts.GetValueOrDefault(FileChange.New) - moved,
            Changed = counts.GetValueOrDefault(FileChange.Changed),
            Moved = moved,
            Touched = counts.GetValueOrDefault(FileChange.Touched),
            Unchanged = counts.GetValueOrDefault(FileChange.Unchanged),
            Deleted = plan.Deleted.Count - moved,
            FilesRead = read.Length,
            BytesRead = read.Sum(file => indexed.Contains(file.File.FullPath) ? file.File.LengthBytes : file.BytesCompared),
            Indexed = intake?.Indexed ?? 0,
            Articles = manifest.Articles,
            Copies = manifest.Copies,
            Problems = intake?.Problems ?? [],
            Committed = intake is not null,
            Generation = commit.Generation,
            Elapsed = TimeSpan.Zero,
        };
    }

    /// <summary>Counts the new files that have the bytes of a file that is gone; each of these once.</summary>
    private static int CountMoved(ArchivePlan plan, ArchiveManifest manifest)
    {
        Dictionary<ContentHash, int> gone = plan.Deleted.Where(entry => !entry.Hash.IsUnknown).CountBy(entry => entry.Hash).ToDictionary();
        if (gone.Count == 0)
        {
            return 0;
        }

        int moved = 0;
        HashSet<string> added = [.. plan.Files.Where(file => file.Change == FileChange.New).Select(file => file.File.FullPath)];
        foreach (ManifestEntry entry in manifest.Entries.Where(entry => added.Contains(entry.File.FullPath)))
        {
            if (gone.GetValueOrDefault(entry.Hash) is var left and > 0)
            {
                gone[entry.Hash] = left - 1;
                moved++;
            }
        }

        return moved;
    }
}
