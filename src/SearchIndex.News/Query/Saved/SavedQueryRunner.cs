using SearchIndex.Engine.Index;

namespace SearchIndex.News.Query.Saved;

/// <summary>
/// Runs saved queries and tells what is new. When an article was first seen is kept in a file beside the index, by the id of the article: it
/// survives restarts and rebuilds. Without the file everything that is there counts as seen, from now on. For one thread at a time.
/// </summary>
public sealed class SavedQueryRunner
{
    /// <summary>How many of the articles last seen can be new for a query. Older ones are news no more.</summary>
    public const int MaxNewest = 20_000;

    /// <summary>What the name of the file has behind that of the folder of the index.</summary>
    public const string FileSuffix = ".first-seen";

    private const string DamagedSuffix = ".damaged";

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly SegmentIds _segments = new();
    private ArticleJournal? _journal;
    private (long Length, DateTime WrittenUtc) _version;

    /// <summary>Creates a runner.</summary>
    /// <param name="indexFolder">The folder of the index.</param>
    /// <param name="time">What time it is.</param>
    public SavedQueryRunner(string indexFolder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        ArgumentNullException.ThrowIfNull(time);
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(indexFolder)) + FileSuffix;
        _time = time;
    }

    /// <summary>Gets what was wrong with the file at the last run, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Notes the articles that were not seen before, and runs queries. All is answered from one commit.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="cancellation">Stops the searches.</param>
    /// <returns>What each query finds, in their order.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public IReadOnlyList<SavedQueryNews> Run(NewsSearcher searcher, IEnumerable<SavedQuery> queries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        return searcher.RunSaved(queries, NoteNew, cancellation);
    }

    /// <summary>Notes what is new in an index and returns the articles last seen.</summary>
    private IReadOnlyList<(ulong Id, DateTimeOffset FirstSeen)> NoteNew(DirectoryReader reader)
    {
        Problem = null;
        if (_journal is null || VersionOnDisk() != _version)
        {
            Load();
        }

        bool isBeginning = _journal is null;
        ArticleJournal journal = _journal ?? new ArticleJournal();
        int added = journal.Note(_segments.ReadNew(reader), isBeginning ? null : _time.GetUtcNow());
        if (added > 0 || isBeginning)
        {
            // Kept only when it is on the disk: else the next run tries again.
            _journal = null;
            ArticleJournalFile.Write(_path, journal);
            _version = VersionOnDisk();
        }

        _journal = journal;
        return journal.Newest(MaxNewest);
    }

    /// <summary>Reads the file, which another process may have written; a damaged one is put aside.</summary>
    private void Load()
    {
        _segments.Clear();
        _version = VersionOnDisk();
        try
        {
            _journal = ArticleJournalFile.Read(_path);
        }
        catch (InvalidDataException problem)
        {
            File.Move(_path, _path + DamagedSuffix, overwrite: true);
            _journal = null;
            Problem = $"{_path} is damaged: {problem.Message}; it is kept as {Path.GetFileName(_path)}{DamagedSuffix}, and what is there now counts as seen";
        }
    }

    private (long Length, DateTime WrittenUtc) VersionOnDisk()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }
}
