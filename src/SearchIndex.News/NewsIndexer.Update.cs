using System.Diagnostics;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Ingest;
using SearchIndex.News.Updates;

namespace SearchIndex.News;

/// <content>Brings an index up to date with the files it was made of.</content>
public static partial class NewsIndexer
{
    /// <summary>
    /// Makes the index what a rebuild would make it, and reads only files that are new or changed, and the other copies of their articles. All
    /// changes are one commit; when there are none, nothing is written. Without an index, one is built. Only files at or below the paths
    /// are looked at; what the index knows of others stays.
    /// </summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="indexFolder">The folder of the index; made when it is not there.</param>
    /// <param name="options">Threads and memory.</param>
    /// <param name="progress">Is told after each article; may be null.</param>
    /// <param name="cancellation">Ends the work; the old index stays.</param>
    /// <exception cref="RebuildNeededException">The index was built by other rules, or does not say what it was made of.</exception>
    /// <exception cref="IOException">A path is missing, the index is being written by somebody else, or the disk fails.</exception>
    public static async Task<UpdateReport> UpdateAsync(
        IReadOnlyList<string> paths,
        string indexFolder,
        UpdateOptions options,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        long started = Stopwatch.GetTimestamp();
        SourceFolder.ThrowIfMissing(paths);
        using var directory = new FSDirectory(indexFolder);
        while (true)
        {
            UpdateReport? report = await Task.Run(() => TryUpdateAsync(directory, paths, options, progress, cancellation), cancellation)
                .ConfigureAwait(false);
            if (report is not null)
            {
                return report with { Elapsed = Stopwatch.GetElapsedTime(started) };
            }
        }
    }

    /// <summary>
    /// Plans without the lock, so that a look at an archive without changes disturbs no writer, and carries out with it.
    /// </summary>
    /// <returns>The report, or null when another writer committed between the two; then the plan is void.</returns>
    private static async Task<UpdateReport?> TryUpdateAsync(
        FSDirectory directory, IReadOnlyList<string> paths, UpdateOptions options, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        DateTime startedUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        int threads = options.Threads ?? Environment.ProcessorCount;
        SegmentInfos? commit = ReadCommit(directory);
        if (TryReadManifest(directory, commit) is not { } recorded)
        {
            return null;
        }

        ArchiveManifest manifest = NamelessRoots.Find(recorded, paths);

        ArchivePlan plan = ArchivePlan.Make(paths, manifest, threads, cancellation);
        if (plan.IsEmpty && commit is not null)
        {
            DeleteLeftovers(directory, commit);
            return UpdateTally.Report(plan, manifest, intake: null, commit);
        }

        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance)
        {
            Ids = IdsOf(plan, options.Reproducible, options.Note, commit?.Id ?? string.Empty, threads, cancellation),
            MergePolicy = commit is null ? RebuildMerges(new RebuildOptions().MaxSegments) : new TieredMergePolicy(),
            RamBufferBytes = (long)options.BufferMegabytes << 20,
            MergeRateLimit = options.MergeMegabytesPerSecond is { } rate ? new RateLimiter(rate) : null,
        });
        if (ReadCommit(directory)?.Id != commit?.Id)
        {
            return null;
        }

        var intake = new ArticleIntake(plan, startedUtc, writer, progress, options.Reproducible);
        await intake.RunAsync(threads, cancellation).ConfigureAwait(false);
        ArchiveManifest updated = intake.Manifest();
        SegmentInfos updatedCommit = ArchiveCommit.Run(directory, writer, updated, options.Note, options.Reproducible, cancellation);
        return UpdateTally.Report(plan, updated, intake, updatedCommit);
    }

    /// <summary>
    /// Deletes what a crash may have left, when something lies in the folder that the commit does not need. Unless a writer is at work: then
    /// it is the writer's.
    /// </summary>
    private static void DeleteLeftovers(FSDirectory directory, SegmentInfos commit)
    {
        HashSet<string> needed = [.. commit.Files(), ManifestFile.NameIn(commit)];
        if (!directory.ListAll().Any(name => IsOurs(name) && !needed.Contains(name)))
        {
            return;
        }

        try
        {
            using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance));
            ManifestFile.DeleteOthers(directory, SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance));
        }
        catch (LockObtainFailedException)
        {
            return;
        }
    }

    /// <summary>Tells whether a file belongs to an index, or to what is left of one, by its name.</summary>
    internal static bool IsOurs(string name) =>
        name.StartsWith('_')
        || name.StartsWith(IndexFileNames.Segments, StringComparison.Ordinal)
        || name.StartsWith(IndexFileNames.PendingSegments, StringComparison.Ordinal)
        || ManifestFile.IsManifest(name);

    private static SegmentInfos? ReadCommit(FSDirectory directory) =>
        SegmentInfos.LastGeneration(directory) == 0 ? null : SegmentInfos.ReadLatest(directory, Lucene87Codec.Instance);

    /// <summary>Reads what an index was made of; null when another writer replaced the commit, and its manifest, meanwhile.</summary>
    private static ArchiveManifest? TryReadManifest(FSDirectory directory, SegmentInfos? commit)
    {
        if (commit is null)
        {
            return ArchiveManifest.Empty;
        }

        try
        {
            IndexVersions.Check(commit);
            return ManifestFile.Read(directory, commit);
        }
        catch (Exception exception) when (exception is RebuildNeededException or FileNotFoundException && ReadCommit(directory)?.Id != commit.Id)
        {
            return null;
        }
    }
}
