using Microsoft.Extensions.Logging;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server;

/// <summary>
/// What the saved queries found when they last ran: on each new commit, and when the file of queries or that of variants changes. Reading is
/// thread-safe, <see cref="Update"/> is called by one thread at a time.
/// </summary>
internal sealed partial class SavedQueryFeeds
{
    private readonly string? _path;
    private readonly SavedQueryRunner _runner;
    private readonly ILogger _log;
    private SavedQuerySource? _source;
    private (long Generation, SavedQueryFile Queries, object Variants)? _ran;
    private IReadOnlyList<SavedQueryNews> _news = [];
    private string? _lastProblem;

    public SavedQueryFeeds(CollectionOptions options, TimeProvider time, ILogger log)
    {
        _path = options.QueriesFile;
        _runner = new SavedQueryRunner(options.IndexFolder, time);
        _log = log;
    }

    /// <summary>Gets what the queries found, in the order of their file.</summary>
    public IReadOnlyList<SavedQueryNews> News => Volatile.Read(ref _news);

    /// <summary>Runs the queries when something changed. Problems are logged, each once, and leave what was found before.</summary>
    /// <param name="searcher">The index; null when there is none yet.</param>
    public void Update(NewsSearcher? searcher)
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            ReadQueries();
            if (searcher is not null)
            {
                RunIfChanged(searcher);
            }

            _lastProblem = null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever is wrong with the queries, the service outlives it.
            if (exception.Message != _lastProblem)
            {
                LogFailed(_log, _path, exception);
            }

            _lastProblem = exception.Message;
        }
    }

    private void ReadQueries()
    {
        if (_source is null)
        {
            _source = new SavedQuerySource(_path!);
        }
        else if (!_source.Refresh())
        {
            return;
        }

        LogRead(_log, _source.Current.Queries.Count, _path!);
        foreach (SavedQueryProblem problem in _source.Current.Problems)
        {
            LogProblem(_log, problem.ToString());
        }
    }

    private void RunIfChanged(NewsSearcher searcher)
    {
        (long, SavedQueryFile, object) wanted = (searcher.Generation, _source!.Current, searcher.Variants);
        if (_ran == wanted)
        {
            return;
        }

        IReadOnlyList<SavedQueryNews> news = _runner.Run(searcher, _source.Current.Queries);
        if (_runner.Problem is { } problem)
        {
            LogProblem(_log, problem);
        }

        Volatile.Write(ref _news, news);
        _ran = wanted;
    }

    [LoggerMessage(LogLevel.Information, "read {Count} saved queries from {File}")]
    private static partial void LogRead(ILogger log, int count, string file);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void LogProblem(ILogger log, string problem);

    [LoggerMessage(LogLevel.Error, "the saved queries in {File} cannot be run; trying again every second")]
    private static partial void LogFailed(ILogger log, string file, Exception exception);
}
