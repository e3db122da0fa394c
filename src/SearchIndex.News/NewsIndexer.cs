using System.Diagnostics;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Ingest;
using SearchIndex.News.Updates;

namespace SearchIndex.News;

/// <summary>Builds the index of an archive from its files, and keeps it up to date.</summary>
public static partial class NewsIndexer
{
    /// <summary>The key of the commit note that says when the index was last built or updated (ISO 8601).</summary>
    public const string BuiltAtKey = "builtAt";

    /// <summary>The key of the commit note with the number of further copies.</summary>
    public const string CopiesKey = "copies";

    /// <summary>The key of the commit note with the number of files that could not become articles.</summary>
    public const string ProblemsKey = "problems";

    /// <summary>
    /// Reads every article file below the paths and makes them the index, in one commit: a reader sees the old index or the new one. Files
    /// that cannot become articles are reported; the rest goes on. Reading, analysis and inversion run on several threads, each with one
    /// article at a time, so memory is bounded by the buffer.
    /// </summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="indexFolder">The folder of the index; made when it is not there.</param>
    /// <param name="options">Threads, segments and memory.</param>
    /// <param name="progress">Is told after each article; may be null.</param>
    /// <param name="cancellation">Ends the work; the old index stays.</param>
    /// <exception cref="IOException">
    /// A path is missing, the index is being written by somebody else, there is one already and this one is to be reproducible, or the disk fails.
    /// </exception>
    public static async Task<IngestReport> RebuildAsync(
        IReadOnlyList<string> paths,
        string indexFolder,
        RebuildOptions options,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        long started = Stopwatch.GetTimestamp();
        DateTime startedUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        int threads = options.Threads ?? Environment.ProcessorCount;
        SourceFolder.ThrowIfMissing(paths);
        using var directory = new FSDirectory(indexFolder);
        if (options.Reproducible)
        {
            DeleteLeftoversOfCrash(directory, indexFolder);
        }

        ArchivePlan plan = await Task.Run(() => ArchivePlan.Make(paths, ArchiveManifest.Empty, threads, cancellation), cancellation)
            .ConfigureAwait(false);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance)
        {
            OpenMode = OpenMode.Create,
            MergePolicy = RebuildMerges(options.MaxSegments),
            RamBufferBytes = (long)options.BufferMegabytes << 20,
            Ids = IdsOf(plan, options.Reproducible, options.Note, previousCommit: string.Empty, threads, cancellation),
        });
        if (options.Reproducible)
        {
            ThrowIfIndexIn(directory, indexFolder); // Somebody may have made one while the files were read.
        }

        var intake = new ArticleIntake(plan, startedUtc, writer, progress, options.Reproducible);
        await intake.RunAsync(threads, cancellation).ConfigureAwait(false);
        ArchiveManifest manifest = intake.Manifest();
        SegmentInfos commit = await Task.Run(
            () => ArchiveCommit.Run(directory, writer, manifest, options.Note, options.Reproducible, cancellation), cancellation)
            .ConfigureAwait(false);
        return new IngestReport
        {
            FilesRead = plan.Files.Count,
            BytesRead = plan.Files.Sum(file => file.File.LengthBytes),
            Indexed = intake.Indexed,
            Copies = manifest.Copies,
            Problems = intake.Problems,
            Elapsed = Stopwatch.GetElapsedTime(started),
            Segments = commit.Segments.Count,
        };
    }

    /// <summary>Nothing is merged twice on the way: all segments come before the one commit, and only too many of them are a reason.</summary>
    private static TieredMergePolicy RebuildMerges(int maxSegments) => new() { MaxSegments = maxSegments, SegmentsPerTier = int.MaxValue };
}
