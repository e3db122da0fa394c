using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SearchIndex.Engine.Store;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Tasks;

/// <summary>
/// The tasks of the service: those that wait, the one that works, and the last ones that ended. A task that was accepted is in the journal
/// before anybody is told. Safe for several threads.
/// </summary>
internal sealed partial class TaskBoard : IDisposable
{
    /// <summary>The most tasks that wait; more are refused. Articles that came over HTTP never are: they share one task.</summary>
    public const int MaxQueued = 16;

    /// <summary>The most tasks that are remembered after they ended.</summary>
    public const int MaxEnded = 100;

    private const int IdBytes = 8;

    private readonly TaskJournal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _news = new(0);
    private List<IndexTask> _tasks = [];
    private RunningTask? _running;
    private bool _isOpen;
    private bool _isUnsaved;
    private bool _wasInterrupted;
    private string? _lastProblem;

    public TaskBoard(CollectionOptions options, TimeProvider time, ILogger log)
    {
        _journal = new TaskJournal(options.IndexFolder);
        _time = time;
        _log = log;
    }

    /// <summary>Returns all tasks, the newest first.</summary>
    public IReadOnlyList<IndexTask> List()
    {
        lock (_lock)
        {
            return [.. KnownLocked().Select(NowLocked).Reverse()];
        }
    }

    /// <summary>Returns a task, or null when there is none of that id.</summary>
    public IndexTask? Find(string id)
    {
        lock (_lock)
        {
            return KnownLocked().FirstOrDefault(task => task.Id == id) is { } task ? NowLocked(task) : null;
        }
    }

    /// <summary>Adds a task behind those that wait.</summary>
    /// <returns>The task, or null when too many wait.</returns>
    /// <exception cref="LockObtainFailedException">Another service does the tasks of this index.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be written.</exception>
    public IndexTask? TryAdd(TaskKind kind)
    {
        lock (_lock)
        {
            OpenLocked();
            return _tasks.Count(task => task.State == TaskState.Queued) < MaxQueued ? AddLocked(kind) : null;
        }
    }

    /// <summary>Sees to it that a task takes in what is in the inbox now: one that waits already, or a new one.</summary>
    /// <exception cref="LockObtainFailedException">Another service does the tasks of this index.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be written.</exception>
    public IndexTask AddForArticles()
    {
        lock (_lock)
        {
            OpenLocked();
            return _tasks.Find(task => task is { State: TaskState.Queued, Kind: TaskKind.Articles }) ?? AddLocked(TaskKind.Articles);
        }
    }

    /// <summary>Cancels a task: one that waits at once, one that works as soon as it can stop.</summary>
    /// <returns>The task as it is now; null when there is none of that id. One that had ended stays as it was.</returns>
    /// <exception cref="LockObtainFailedException">Another service does the tasks of this index.</exception>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be read.</exception>
    public IndexTask? Cancel(string id)
    {
        lock (_lock)
        {
            OpenLocked();
            if (FindLocked(id) is not { } task)
            {
                return null;
            }

            if (task.State == TaskState.Queued)
            {
                ReplaceLocked(task with { State = TaskState.Cancelled, Ended = _time.GetUtcNow() });
                ForgetOldLocked();
                SaveLocked();
            }
            else if (_running?.Task.Id == id)
            {
                _running.Cancel();
            }

            return NowLocked(FindLocked(id) ?? task);
        }
    }

    /// <summary>Waits until a task was added, or for a time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _news.WaitAsync(atMost, cancellation);

    /// <summary>Begins the task that waits longest.</summary>
    /// <returns>The task, or null when none waits.</returns>
    public RunningTask? TryBegin(CancellationToken stopping)
    {
        lock (_lock)
        {
            if (_tasks.Find(task => task.State == TaskState.Queued) is not { } next)
            {
                return null;
            }

            IndexTask begun = next with { State = TaskState.Running, Started = _time.GetUtcNow() };
            ReplaceLocked(begun);
            SaveLocked();
            return _running = new RunningTask(begun, stopping);
        }
    }

    /// <summary>Notes how the running task ended.</summary>
    public void End(TaskState state, TaskReport? report, TaskError? error)
    {
        lock (_lock)
        {
            RunningTask ended = _running ?? throw new InvalidOperationException("no task is running");
            ReplaceLocked(ended.Now with { State = state, Ended = _time.GetUtcNow(), WaitingFor = null, Report = report, Error = error });
            _running = null;
            ended.Dispose();
            ForgetOldLocked();
            SaveLocked();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal.Dispose();
        _news.Dispose();
    }

    private IndexTask AddLocked(TaskKind kind)
    {
        var task = new IndexTask
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            Kind = kind,
            State = TaskState.Queued,
            Created = _time.GetUtcNow(),
        };
        _journal.Write([.. _tasks, task]);
        _isUnsaved = false;
        _tasks.Add(task);
        _news.Release();
        return task;
    }

    private IndexTask NowLocked(IndexTask task) => _running?.Task.Id == task.Id ? _running.Now : task;

    private IndexTask? FindLocked(string id) => _tasks.Find(task => task.Id == id);

    private void ReplaceLocked(IndexTask task) => _tasks[_tasks.FindIndex(known => known.Id == task.Id)] = task;

    private void ForgetOldLocked()
    {
        int surplus = _tasks.Count(task => task.HasEnded) - MaxEnded;
        _tasks.RemoveAll(task => task.HasEnded && surplus-- > 0);
    }
}
