using SearchIndex.News;

namespace SearchIndex.Server.Tasks;

/// <summary>The task that is at work: what it tells of itself, and how it is stopped. Safe for several threads.</summary>
internal sealed class RunningTask : IProgress<IngestProgress>, IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private volatile TaskProgress? _progress;
    private volatile string? _waitingFor;

    public RunningTask(IndexTask task, CancellationToken stopping)
    {
        Task = task;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    /// <summary>Gets the task as it began.</summary>
    public IndexTask Task { get; }

    /// <summary>Gets what tells it to stop.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Gets the task as it is now.</summary>
    public IndexTask Now => Task with { Progress = _progress, WaitingFor = _waitingFor };

    /// <summary>Tells it to stop.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Notes what it waits for.</summary>
    public void WaitFor(string reason) => _waitingFor = reason;

    /// <inheritdoc/>
    public void Report(IngestProgress value)
    {
        _waitingFor = null;
        _progress = new TaskProgress(value.FilesDone, value.FilesTotal, value.Articles);
    }

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();
}
