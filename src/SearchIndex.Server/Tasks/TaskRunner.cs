using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Tasks;

/// <summary>Does the tasks of the board, one after the other.</summary>
internal sealed partial class TaskRunner : BackgroundService
{
    /// <summary>After this time the board is asked again: for what another service left, and for what could not be written.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly TaskBoard _board;
    private readonly TaskWork _work;
    private readonly IndexGate _gate;
    private readonly IndexRefresher _refresher;
    private readonly CollectionOptions _options;
    private readonly ILogger _log;

    public TaskRunner(TaskBoard board, TaskWork work, IndexGate gate, IndexRefresher refresher, CollectionOptions options, ILogger log)
    {
        _board = board;
        _work = work;
        _gate = gate;
        _refresher = refresher;
        _options = options;
        _log = log;
    }

    /// <summary>Takes over what the service before left, and makes the inbox, before anybody can ask for them.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.InboxFolder is { } inbox)
        {
            Directory.CreateDirectory(inbox);
        }

        TakeOver();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                while (await RunNextAsync(stoppingToken))
                {
                    // One after the other.
                }

                await _board.WaitAsync(Period, stoppingToken);
                TakeOver();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // What waits goes on with the next service.
        }
    }

    /// <summary>Articles that were acknowledged to somebody must not wait for the next one who sends some.</summary>
    private void TakeOver()
    {
        if (!_board.Open() || _options.InboxFolder is null)
        {
            return;
        }

        try
        {
            _board.AddForArticles();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogNotAdded(_log, problem.Message);
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        using IDisposable turn = await _gate.EnterAsync(stopping);
        if (_board.TryBegin(stopping) is not { } task)
        {
            return false;
        }

        LogBegun(_log, task.Task.Kind, task.Task.Id);
        try
        {
            TaskReport report = await _work.RunAsync(task);
            _refresher.Refresh(); // Who reads that the task is done finds what it did.
            _board.End(TaskState.Done, report, error: null);
            LogDone(_log, task.Task.Kind, task.Task.Id, report.Articles);
        }
        catch (OperationCanceledException) when (task.Cancellation.IsCancellationRequested)
        {
            _board.End(stopping.IsCancellationRequested ? TaskState.Interrupted : TaskState.Cancelled, report: null, error: null);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            _board.End(TaskState.Failed, report: null, TaskError.Of(problem));
            LogFailed(_log, task.Task.Kind, task.Task.Id, problem.Message);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Information, "the {Kind} task {Id} begins")]
    private static partial void LogBegun(ILogger log, TaskKind kind, string id);

    [LoggerMessage(LogLevel.Information, "the {Kind} task {Id} is done; {Articles} articles")]
    private static partial void LogDone(ILogger log, TaskKind kind, string id, int articles);

    [LoggerMessage(LogLevel.Error, "the {Kind} task {Id} failed: {Problem}")]
    private static partial void LogFailed(ILogger log, TaskKind kind, string id, string problem);

    [LoggerMessage(LogLevel.Error, "what is in the inbox waits: {Problem}")]
    private static partial void LogNotAdded(ILogger log, string problem);
}
