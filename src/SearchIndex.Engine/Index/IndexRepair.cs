using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Makes a damaged index usable again by giving up the segments that are broken, documents and all. Before that, the commit and every file
/// of it that is left are copied to another directory.
/// </summary>
public static class IndexRepair
{
    private const int CopyBytes = 1 << 20;

    /// <summary>Checks the newest commit, and commits anew without its broken segments. A sound index stays as it is.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="codec">Its format.</param>
    /// <param name="openBackup">Makes the directory for the copies; called only when there is something to repair.</param>
    /// <param name="cancellation">Ends the check; nothing is changed then.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The commit itself cannot be read: nothing says which segments there are.</exception>
    /// <exception cref="LockObtainFailedException">A writer is at work.</exception>
    public static RepairReport Run(
        IndexDirectory directory, Codec codec, Func<IndexDirectory> openBackup, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(openBackup);
        using IDisposable writeLock = directory.ObtainLock(IndexFileNames.WriteLock);
        SegmentInfos broken = SegmentInfos.ReadLatest(directory, codec);
        CheckIndexReport report = CheckIndex.Run(directory, codec, broken, cancellation);
        if (report.Verdict != CheckVerdict.Corrupt)
        {
            return new RepairReport(report, []);
        }

        using (IndexDirectory backup = openBackup())
        {
            Copy(directory, broken, backup);
        }

        SegmentInfos repaired = WithoutBroken(directory, codec, broken, report);
        Publish(directory, codec, repaired);
        DeleteBroken(directory, broken, repaired);
        return new RepairReport(report, [.. report.Segments.Where(segment => !segment.IsSound)]) { Changed = true };
    }

    private static void Copy(IndexDirectory directory, SegmentInfos commit, IndexDirectory backup)
    {
        string[] files = [.. commit.Files().Where(directory.FileExists)];
        foreach (string name in files)
        {
            using IndexInput input = directory.OpenInput(name);
            using IndexOutput output = backup.CreateOutput(name);
            for (long left = input.Length; left > 0; left = input.Length - input.Position)
            {
                output.WriteBytes(input.ReadSpan((int)Math.Min(CopyBytes, left)));
            }
        }

        backup.Sync(files);
        backup.SyncMetadata();
    }

    private static SegmentInfos WithoutBroken(IndexDirectory directory, Codec codec, SegmentInfos broken, CheckIndexReport report)
    {
        HashSet<string> sound = [.. report.Segments.Where(segment => segment.IsSound).Select(segment => segment.Name)];
        var deleter = new IndexFileDeleter(directory, codec, IndexDeletionPolicy.KeepOnlyLastCommit);
        (long highestSegment, long highestGeneration) = deleter.HighestNames();
        return new SegmentInfos([.. broken.Segments.Where(segment => sound.Contains(segment.Info.Name)).DistinctBy(segment => segment.Info.Name)])
        {
            Generation = highestGeneration + 1,
            Version = broken.Version + 1,
            Counter = Math.Max(broken.Counter, highestSegment + 1),
            IndexCreatedVersionMajor = broken.IndexCreatedVersionMajor,
            UserData = broken.UserData,
        };
    }

    private static void Publish(IndexDirectory directory, Codec codec, SegmentInfos commit)
    {
        string pending = commit.WritePending(directory, codec);
        directory.Sync([pending]);
        directory.Rename(pending, commit.FileName);
        directory.SyncMetadata();
    }

    /// <summary>Deletes what only the broken commit needed: copies of it are kept.</summary>
    private static void DeleteBroken(IndexDirectory directory, SegmentInfos broken, SegmentInfos repaired)
    {
        HashSet<string> needed = repaired.Files().ToHashSet(StringComparer.Ordinal);
        directory.DeleteFile(broken.FileName);
        directory.SyncMetadata();
        foreach (string name in broken.Files().Where(name => !needed.Contains(name) && directory.FileExists(name)))
        {
            directory.DeleteFile(name);
        }
    }
}
