namespace SearchIndex.Server;

/// <summary>
/// Ends a wait early when the system says that files changed. It is a hint only: some file systems tell nothing, and queues of events
/// overflow; whoever waits looks again after a while in any case.
/// </summary>
internal sealed class ChangeHint : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>Watches paths as far as the system lets us.</summary>
    public ChangeHint(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            TryWatch(Path.GetFullPath(path));
        }
    }

    /// <summary>Waits for a hint or the end of a time.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _changed.WaitAsync(atMost, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
        {
            watcher.Dispose();
        }

        _changed.Dispose();
    }

    private void TryWatch(string path)
    {
        bool isFolder = Directory.Exists(path);
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = isFolder
                ? new FileSystemWatcher(path) { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            watcher.Changed += OnChanged;
            watcher.Created += OnChanged;
            watcher.Deleted += OnChanged;
            watcher.Renamed += OnChanged;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // The system's watches are used up, or there are none: looking from time to time is enough.
            watcher?.Dispose();
        }
    }

    private void OnChanged(object sender, FileSystemEventArgs change)
    {
        try
        {
            _changed.Release();
        }
        catch (Exception problem) when (problem is SemaphoreFullException or ObjectDisposedException)
        {
            // The hint was given already, or nobody waits any more.
        }
    }
}
