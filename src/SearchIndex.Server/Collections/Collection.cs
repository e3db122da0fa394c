using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SearchIndex.Server.Metrics;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Collections;

/// <summary>One archive of the service: its index, and all that keeps it up to date. Archives know nothing of each other.</summary>
internal sealed class Collection : IDisposable
{
    private readonly IndexGate _gate = new();
    private readonly UpdateMetrics _updates;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;

    public Collection(CollectionOptions options, long? diskReserve, UpdateMetrics updates, TimeProvider time, ILoggerFactory logs)
    {
        Options = options;
        _updates = updates;
        _time = time;
        _logs = logs;
        Index = new CurrentIndex(options, LogOf<CurrentIndex>());
        Disk = new IndexDisk(options.IndexFolder, Index, diskReserve);
        SavedQueries = new SavedQueryFeeds(options, time, LogOf<SavedQueryFeeds>());
        Tasks = new TaskBoard(options, time, LogOf<TaskBoard>());
        Inbox = new InboxChanges(options, Tasks);
        Refresher = new IndexRefresher(Index, SavedQueries, time);
    }

    /// <summary>Gets what was set for it.</summary>
    public CollectionOptions Options { get; }

    /// <summary>Gets its name; empty when it is the only one.</summary>
    public string Name => Options.Name;

    /// <summary>Gets the address below which all that belongs to it is; empty when it is the only one.</summary>
    public string Path => Options.Path;

    /// <summary>Gets the title for readers; null when it is the only one and has none.</summary>
    public string? Title => Options.Title ?? (Name.Length == 0 ? null : Name);

    /// <summary>Gets the index that requests search.</summary>
    public CurrentIndex Index { get; }

    /// <summary>Gets the space on the disk of the index.</summary>
    public IndexDisk Disk { get; }

    /// <summary>Gets what its saved queries found.</summary>
    public SavedQueryFeeds SavedQueries { get; }

    /// <summary>Gets its tasks.</summary>
    public TaskBoard Tasks { get; }

    /// <summary>Gets the articles that came over HTTP.</summary>
    public InboxChanges Inbox { get; }

    /// <summary>Gets what keeps <see cref="Index"/> at the newest commit.</summary>
    public IndexRefresher Refresher { get; }

    /// <summary>Makes what does the tasks while the service runs.</summary>
    public TaskRunner MakeRunner() => new(Tasks, new TaskWork(Options, _time), _gate, Refresher, Options, LogOf<TaskRunner>());

    /// <summary>Makes what follows the watched files while the service runs.</summary>
    public ArchiveWatcher MakeWatcher() => new(Options, _gate, _updates, LogOf<ArchiveWatcher>());

    /// <summary>Gives a route the archive that its request is about. <see cref="CollectionRoutes"/> has chosen it.</summary>
    public static ValueTask<Collection?> BindAsync(HttpContext context) => ValueTask.FromResult(CollectionRoutes.Of(context));

    /// <inheritdoc/>
    public void Dispose()
    {
        Tasks.Dispose();
        Index.Dispose();
        _gate.Dispose();
    }

    /// <summary>Lines of the log say which archive they are about by their category.</summary>
    private ILogger LogOf<T>() => _logs.CreateLogger(Name.Length == 0 ? typeof(T).FullName! : $"{typeof(T).FullName}.{Name}");
}
