using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News.Ingest;

namespace SearchIndex.News;

/// <summary>Builds the index of an archive from its files.</summary>
public static class NewsIndexer
{
    /// <summary>The key of the commit note that says when the index was built (ISO 8601).</summary>
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
    /// <exception cref="IOException">A path is missing, the index is being written by somebody else, or the disk fails.</exception>
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
        int threads = options.Threads ?? Environment.ProcessorCount;
        SourceFile[] files = [.. SourceFolder.Enumerate(paths, cancellation)];
        using var directory = new FSDirectory(indexFolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(ArticleSchema.Analyzer, Lucene87Codec.Instance)
        {
            OpenMode = OpenMode.Create,
            // Nothing is merged twice on the way: all segments come before the one commit, and only too many of them are a reason.
            MergePolicy = new TieredMergePolicy { MaxSegments = options.MaxSegments, SegmentsPerTier = int.MaxValue },
            RamBufferBytes = (long)options.BufferMegabytes << 20,
        });
        IReadOnlyList<ArticleGroup> groups = await Task.Run(() => ArticleSurvey.Run(files, threads, cancellation), cancellation)
            .ConfigureAwait(false);
        var tally = new Tally(files.Length, progress);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        await Parallel.ForEachAsync(groups, parallel, (group, _) =>
        {
            AddGroup(group, writer, tally);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        SegmentInfos commit = await Task.Run(() => writer.Commit(tally.Notes(), cancellation), cancellation).ConfigureAwait(false);
        return tally.Report(files, Stopwatch.GetElapsedTime(started), commit.Segments.Count);
    }

    /// <summary>Reads the index whole and compares it with itself.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static IndexCheck Verify(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = OpenExisting(indexFolder);
        CheckIndexReport report = CheckIndex.Run(directory, Lucene87Codec.Instance, cancellation);
        return new IndexCheck(report.Verdict, [.. report.Lines()]);
    }

    /// <summary>
    /// Reads the index whole, and drops the segments that are broken, with their articles. Before that the commit and its files are copied
    /// to a folder <c>before-repair-…</c> in that of the index.
    /// </summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The commit itself cannot be read; only a rebuild helps.</exception>
    /// <exception cref="LockObtainFailedException">The index is being written.</exception>
    public static IndexCheck Repair(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = OpenExisting(indexFolder);
        string backup = Path.Combine(
            indexFolder, "before-repair-" + TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        RepairReport repair = IndexRepair.Run(directory, Lucene87Codec.Instance, () => new FSDirectory(backup), cancellation);
        if (!repair.Changed)
        {
            return new IndexCheck(repair.Before.Verdict, [.. repair.Before.Lines(), "nothing to repair"]);
        }

        CheckIndexReport after = CheckIndex.Run(directory, Lucene87Codec.Instance, cancellation);
        string dropped = string.Join(", ", repair.Dropped.Select(segment => segment.Name));
        return new IndexCheck(after.Verdict,
        [
            .. repair.Before.Lines(),
            $"copied the commit and its files to {backup}",
            $"dropped segments: {(dropped.Length == 0 ? "none" : dropped)}; articles lost: {repair.LostDocuments}",
            .. after.Lines(),
        ]);
    }

    private static FSDirectory OpenExisting(string indexFolder) =>
        Directory.Exists(indexFolder)
            ? new FSDirectory(indexFolder)
            : throw new IndexNotFoundException($"there is no index in {indexFolder}: the folder does not exist");

    private static void AddGroup(ArticleGroup group, IndexWriter writer, Tally tally)
    {
        ArticleReading reading = ArticleReader.Read(group);
        if (reading.Article is null)
        {
            tally.Add(group, reading, indexed: false);
            return;
        }

        try
        {
            writer.AddDocument(ArticleSchema.ToDocument(reading.Article));
            tally.Add(group, reading, indexed: true);
        }
        catch (ArgumentException problem)
        {
            // The engine refused the document (a term too long, say) and kept nothing of it: every file of it is reported.
            ArticleProblem[] refused =
                [.. reading.Article.Sources.Select(source => new ArticleProblem(source, ArticleProblemKind.Failed, problem.Message))];
            tally.Add(group, reading with { Copies = 0, Problems = [.. reading.Problems, .. refused] }, indexed: false);
        }
    }

    /// <summary>Counts what happened to the files; every one is accounted for.</summary>
    private sealed class Tally(int filesTotal, IProgress<IngestProgress>? progress)
    {
        private readonly ConcurrentQueue<ArticleProblem> _problems = new();
        private int _indexed;
        private int _copies;
        private int _filesDone;

        public void Add(ArticleGroup group, ArticleReading reading, bool indexed)
        {
            foreach (ArticleProblem problem in reading.Problems)
            {
                _problems.Enqueue(problem);
            }

            Interlocked.Add(ref _copies, reading.Copies);
            if (indexed)
            {
                Interlocked.Increment(ref _indexed);
            }

            int done = Interlocked.Add(ref _filesDone, group.Files.Count);
            progress?.Report(new IngestProgress(done, filesTotal));
        }

        public Dictionary<string, string> Notes() => new()
        {
            [BuiltAtKey] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [CopiesKey] = _copies.ToString(CultureInfo.InvariantCulture),
            [ProblemsKey] = _problems.Count.ToString(CultureInfo.InvariantCulture),
        };

        public IngestReport Report(SourceFile[] files, TimeSpan elapsed, int segments) => new()
        {
            FilesRead = files.Length,
            BytesRead = files.Sum(file => file.LengthBytes),
            Indexed = _indexed,
            Copies = _copies,
            Problems = [.. _problems.OrderBy(problem => problem.Path, StringComparer.Ordinal)],
            Elapsed = elapsed,
            Segments = segments,
        };
    }
}
