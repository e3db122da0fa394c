using Microsoft.Extensions.Logging;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query;

namespace SearchIndex.Server;

/// <summary>
/// The index that requests search. It may be absent at first; once opened it stays, and moves to newer commits. A commit that cannot be
/// read leaves the service with the one it has. Reading is thread-safe, <see cref="Update"/> is called by one thread at a time.
/// </summary>
internal sealed partial class CurrentIndex : IDisposable
{
    private readonly string _folder;
    private readonly ILogger<CurrentIndex> _log;
    private volatile NewsSearcher? _searcher;
    private string? _lastProblem;

    public CurrentIndex(SearchServiceOptions options, ILogger<CurrentIndex> log)
    {
        _folder = options.IndexFolder;
        _log = log;
    }

    /// <summary>Gets the searcher, or null while there is no index.</summary>
    public NewsSearcher? Searcher => _searcher;

    /// <summary>Opens the index when there is one by now, or moves to its newest commit. Problems are logged, each once.</summary>
    public void Update()
    {
        try
        {
            OpenOrRefresh();
            _lastProblem = null;
        }
        catch (IndexNotFoundException)
        {
            if (IsNews("not found"))
            {
                LogNotFound(_log, _folder);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever is wrong with a commit, the service outlives it: a rebuild repairs the index while the service runs.
            if (IsNews(exception.Message))
            {
                LogUnreadable(_log, _folder, exception);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _searcher?.Dispose();

    private void OpenOrRefresh()
    {
        if (_searcher is not { } searcher)
        {
            _searcher = NewsSearcher.Open(_folder);
            LogOpened(_log, _searcher.Generation, _folder);
        }
        else if (searcher.Refresh())
        {
            LogMoved(_log, searcher.Generation);
        }
    }

    private bool IsNews(string problem)
    {
        bool isNews = problem != _lastProblem;
        _lastProblem = problem;
        return isNews;
    }

    [LoggerMessage(LogLevel.Information, "opened generation {Generation} of the index in {Folder}")]
    private static partial void LogOpened(ILogger log, long generation, string folder);

    [LoggerMessage(LogLevel.Information, "moved to generation {Generation} of the index")]
    private static partial void LogMoved(ILogger log, long generation);

    [LoggerMessage(LogLevel.Warning, "no index in {Folder} yet; looking again every second")]
    private static partial void LogNotFound(ILogger log, string folder);

    [LoggerMessage(LogLevel.Error, "the index in {Folder} cannot be read; looking again every second")]
    private static partial void LogUnreadable(ILogger log, string folder, Exception exception);
}
