using Microsoft.Extensions.Logging;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query;
using SearchIndex.News.Variants;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server;

/// <summary>
/// The index that requests search. It may be absent at first; once opened it stays, and moves to newer commits. A commit that cannot be
/// read leaves the service with the one it has. Reading is thread-safe, <see cref="Update"/> is called by one thread at a time.
/// </summary>
internal sealed partial class CurrentIndex : IDisposable
{
    /// <summary>The problem of a folder that holds no index.</summary>
    public const string NotFound = "not found";

    private readonly string _folder;
    private readonly VariantSource _variants;
    private readonly ILogger _log;
    private readonly AnswerVersion _version = new();
    private volatile NewsSearcher? _searcher;
    private volatile string? _lastProblem;

    public CurrentIndex(CollectionOptions options, ILogger log)
    {
        _folder = options.IndexFolder;
        _variants = new VariantSource(options.VariantsFile);
        _log = log;
    }

    /// <summary>Gets the searcher, or null while there is no index.</summary>
    public NewsSearcher? Searcher => _searcher;

    /// <summary>Gets what went wrong when it was last looked for a newer commit: <see cref="NotFound"/> or a text for the log. Null when nothing did.</summary>
    public string? Problem => _lastProblem;

    /// <summary>Gets what the index holds, for those who only report: null while there is no index, and when it cannot be counted.</summary>
    public IndexStats? Stats
    {
        get
        {
            try
            {
                return _searcher?.Stats();
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                return null; // A damaged index fails its requests, which are logged; health and numbers go on.
            }
        }
    }

    /// <summary>Gets what answers depend on, or null while there is no index. Two answers to one question of one version say the same.</summary>
    public string? Version => _searcher is { } searcher ? _version.Of(searcher) : null;

    /// <summary>Opens the index when there is one by now, or moves to its newest commit. Problems are logged, each once.</summary>
    public void Update()
    {
        try
        {
            OpenOrRefresh();
            RefreshVariants();
            _lastProblem = null;
        }
        catch (IndexNotFoundException)
        {
            if (IsNews(NotFound))
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
            _searcher = NewsSearcher.Open(_folder, _variants);
            LogOpened(_log, _searcher.Generation, _folder);
            _ = PrepareSuggestionsAsync(_searcher);
        }
        else if (searcher.Refresh())
        {
            LogMoved(_log, searcher.Generation);
        }
    }

    /// <summary>Moves to a changed file of variants. One that cannot be read leaves the service with the table that it has.</summary>
    private void RefreshVariants()
    {
        if (_variants.Refresh())
        {
            LogVariants(_log, _variants.Current.Groups.Count, _variants.Current.Problems.Count);
        }
    }

    /// <summary>Gathers what can be suggested before somebody types. What goes wrong is logged; requests for suggestions fail, searches do not.</summary>
    private async Task PrepareSuggestionsAsync(NewsSearcher searcher)
    {
        try
        {
            await searcher.PrepareSuggestionsAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The service is stopping.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNoSuggestions(_log, exception);
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

    [LoggerMessage(LogLevel.Information, "read {Groups} groups of regional variants; {Problems} problems, see 'searchindex variants check'")]
    private static partial void LogVariants(ILogger log, int groups, int problems);

    [LoggerMessage(LogLevel.Error, "suggestions cannot be gathered from the index")]
    private static partial void LogNoSuggestions(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "no index in {Folder} yet; looking again every second")]
    private static partial void LogNotFound(ILogger log, string folder);

    [LoggerMessage(LogLevel.Error, "the index in {Folder}, or the file of variants, cannot be read; looking again every second")]
    private static partial void LogUnreadable(ILogger log, string folder, Exception exception);
}
