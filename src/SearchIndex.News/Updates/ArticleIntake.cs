using System.Collections.Concurrent;
using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>
/// Carries a plan out: reads articles and hands them to the writer, on several threads, and keeps account of every file. Memory is bounded by
/// the writer's buffer, since each thread has one article at a time.
/// </summary>
internal sealed class ArticleIntake
{
    /// <summary>The coarsest clock of a file system in use ticks every two seconds.</summary>
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(2);

    /// <summary>So many articles are read ahead when they are written in order.</summary>
    private const int BatchArticles = 256;

    private readonly ArchivePlan _plan;
    private readonly IndexWriter _writer;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly bool _reproducible;
    private readonly DateTime _settledBefore;
    private readonly Dictionary<string, PlannedFile> _files;
    private readonly ConcurrentDictionary<string, ManifestEntry> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ArticleProblem> _problems = new();
    private readonly int _filesTotal;
    private int _filesDone;
    private int _indexed;

    /// <summary>Prepares.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="startedUtc">A time before the first file of the plan was looked at.</param>
    /// <param name="writer">Takes the articles.</param>
    /// <param name="progress">Is told after each article; may be null.</param>
    /// <param name="reproducible">Whether one thread writes the articles in the order of the plan, and no times are recorded.</param>
    public ArticleIntake(
        ArchivePlan plan, DateTime startedUtc, IndexWriter writer, IProgress<IngestProgress>? progress, bool reproducible)
    {
        _plan = plan;
        _writer = writer;
        _progress = progress;
        _reproducible = reproducible;
        _settledBefore = reproducible ? DateTime.MinValue : startedUtc - ClockTick;
        _files = plan.Files.ToDictionary(file => file.File.FullPath, StringComparer.Ordinal);
        _filesTotal = plan.Articles.Sum(article => article.Group.Files.Count);
    }

    /// <summary>Gets the files that were read and could not become articles, by path.</summary>
    public IReadOnlyList<ArticleProblem> Problems => [.. _problems.OrderBy(problem => problem.Path, StringComparer.Ordinal)];

    /// <summary>Gets the number of articles that were written.</summary>
    public int Indexed => _indexed;

    /// <summary>Reads and writes the articles of the plan, and takes out those that are gone; commits nothing.</summary>
    public async Task RunAsync(int threads, CancellationToken cancellation)
    {
        foreach (ulong id in _plan.Removed)
        {
            _writer.DeleteDocuments(TermOf(id));
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        await (_reproducible ? WriteInOrderAsync(options) : WriteAsync(options)).ConfigureAwait(false);
    }

    /// <summary>Returns the manifest of the index as it is now.</summary>
    public ArchiveManifest Manifest() => new([.. _plan.Files.Select(file =>
        _read.TryGetValue(file.File.FullPath, out ManifestEntry? entry) ? entry : file.Known! with { File = Settle(file.File) })]);

    private static Term TermOf(ulong id) => new(ArticleSchema.Id, id.ToString("x16", CultureInfo.InvariantCulture));

    private Task WriteAsync(ParallelOptions options) => Parallel.ForEachAsync(_plan.Articles, options, (article, _) =>
    {
        Take(article, ArticleReader.Read(article.Group));
        return ValueTask.CompletedTask;
    });

    /// <summary>Which documents share a segment, and in which order, must not hang on which thread was the faster one: one writes.</summary>
    private async Task WriteInOrderAsync(ParallelOptions options)
    {
        foreach (PlannedArticle[] batch in _plan.Articles.Chunk(BatchArticles))
        {
            var readings = new ArticleReading[batch.Length];
            await Parallel.ForAsync(0, batch.Length, options, (i, _) =>
            {
                readings[i] = ArticleReader.Read(batch[i].Group);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
            for (int i = 0; i < batch.Length; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                Take(batch[i], readings[i]);
            }
        }
    }

    private void Take(PlannedArticle planned, ArticleReading reading)
    {
        string? refusal = Write(planned, reading.Article);
        foreach (FileReading file in reading.Files)
        {
            ArticleProblem? problem = file.Problem;
            if (problem is null && refusal is not null)
            {
                problem = new ArticleProblem(file.File.RelativePath, ArticleProblemKind.Failed, refusal);
            }

            Note(planned.Id, file with { Problem = problem });
        }

        int done = Interlocked.Add(ref _filesDone, reading.Files.Count);
        _progress?.Report(new IngestProgress(done, _filesTotal, Volatile.Read(ref _indexed)));
    }

    /// <summary>Puts the article in the place of the one that the index may have.</summary>
    /// <returns>Why the engine refused it, or null.</returns>
    private string? Write(PlannedArticle planned, Article? article)
    {
        try
        {
            if (article is not null)
            {
                AddOrReplace(planned, article);
                Interlocked.Increment(ref _indexed);
                return null;
            }
        }
        catch (ArgumentException problem)
        {
            // The engine refused the document (a term too long, say) and kept nothing of it: every file of it is reported.
            DeleteKnown(planned);
            return problem.Message;
        }

        DeleteKnown(planned);
        return null;
    }

    private void AddOrReplace(PlannedArticle planned, Article article)
    {
        if (planned.IsKnown)
        {
            _writer.UpdateDocument(TermOf(planned.Id), ArticleSchema.ToDocument(article));
        }
        else
        {
            _writer.AddDocument(ArticleSchema.ToDocument(article));
        }
    }

    private void DeleteKnown(PlannedArticle planned)
    {
        if (planned.IsKnown)
        {
            _writer.DeleteDocuments(TermOf(planned.Id));
        }
    }

    private void Note(ulong articleId, FileReading reading)
    {
        PlannedFile file = _files[reading.File.FullPath];
        _read[reading.File.FullPath] = new ManifestEntry(Settle(file.File), reading.Hash, file.Url, articleId, reading.Problem?.Kind);
        if (reading.Problem is { } problem)
        {
            _problems.Enqueue(problem);
        }
    }

    private SourceFile Settle(SourceFile file) =>
        file.LastWriteUtc < _settledBefore ? file : file with { LastWriteUtc = ManifestEntry.UnsettledTime };
}
