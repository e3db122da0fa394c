using Microsoft.Extensions.Logging;
using SearchIndex.Engine.Store;

namespace SearchIndex.Server.Tasks;

/// <content>What the board has to do with its journal: taking it over, and keeping it up to date.</content>
internal sealed partial class TaskBoard
{
    /// <summary>
    /// Takes the tasks of the service before this one over, if there was one: what ran is interrupted, what waited goes on waiting. Writes what
    /// could not be written before.
    /// </summary>
    /// <returns>Whether a task was found, since the last call, that had been interrupted.</returns>
    public bool Open()
    {
        lock (_lock)
        {
            if (_journal.Exists)
            {
                TryOpenLocked();
            }

            if (_isUnsaved)
            {
                SaveLocked();
            }

            bool wasInterrupted = _wasInterrupted;
            _wasInterrupted = false;
            return wasInterrupted;
        }
    }

    /// <summary>Makes sure that this service is the one that does the tasks, before something is changed that needs one.</summary>
    /// <exception cref="LockObtainFailedException">Another service does the tasks of this index.</exception>
    /// <exception cref="IOException">The journal cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be read or written.</exception>
    public void ThrowIfElsewhere()
    {
        lock (_lock)
        {
            OpenLocked();
        }
    }

    private void TryOpenLocked()
    {
        try
        {
            OpenLocked();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (problem.Message != _lastProblem)
            {
                LogNotOpened(_log, _journal.Path, problem.Message);
            }

            _lastProblem = problem.Message;
        }
    }

    private void OpenLocked()
    {
        if (_isOpen)
        {
            return;
        }

        _journal.Obtain();
        _tasks = [.. ReadLocked()];
        _isOpen = true;
        foreach (IndexTask task in _tasks.Where(task => task.State == TaskState.Running).ToArray())
        {
            LogInterrupted(_log, task.Kind, task.Id);
            ReplaceLocked(task with { State = TaskState.Interrupted, Ended = _time.GetUtcNow() });
            _wasInterrupted = true;
        }

        if (_wasInterrupted)
        {
            SaveLocked();
        }
    }

    private IReadOnlyList<IndexTask> ReadLocked()
    {
        try
        {
            return _journal.Read();
        }
        catch (InvalidDataException problem)
        {
            LogDamaged(_log, problem.Message);
            _journal.PutAside();
            return [];
        }
    }

    /// <summary>Returns the tasks, the oldest first: those of another service when that does them.</summary>
    private IReadOnlyList<IndexTask> KnownLocked()
    {
        if (_isOpen || !_journal.Exists)
        {
            return _tasks;
        }

        try
        {
            return _journal.Read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return []; // Whoever does the tasks says what is wrong with the journal.
        }
    }

    /// <summary>What happens to a task that is known already is kept in memory when the disk refuses, and written as soon as it does not.</summary>
    private void SaveLocked()
    {
        try
        {
            _journal.Write(_tasks);
            _isUnsaved = false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (!_isUnsaved)
            {
                LogNotSaved(_log, problem.Message);
            }

            _isUnsaved = true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "the {Kind} task {Id} was interrupted when the service ended")]
    private static partial void LogInterrupted(ILogger log, TaskKind kind, string id);

    [LoggerMessage(LogLevel.Error, "the journal of tasks is put aside: {Problem}")]
    private static partial void LogDamaged(ILogger log, string problem);

    [LoggerMessage(LogLevel.Warning, "the journal of tasks {Path} cannot be taken over: {Problem}")]
    private static partial void LogNotOpened(ILogger log, string path, string problem);

    [LoggerMessage(LogLevel.Error, "the journal of tasks cannot be written: {Problem}; trying again")]
    private static partial void LogNotSaved(ILogger log, string problem);
}
