using Microsoft.Extensions.Hosting;

namespace SearchIndex.Server;

/// <summary>Keeps <see cref="CurrentIndex"/> at the newest commit, and runs the saved queries over it: looks once before the service listens, then every second.</summary>
internal sealed class IndexRefresher : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly CurrentIndex _index;
    private readonly SavedQueryFeeds _queries;
    private readonly TimeProvider _time;
    private readonly Lock _updating = new();

    public IndexRefresher(CurrentIndex index, SavedQueryFeeds queries, TimeProvider time)
    {
        _index = index;
        _queries = queries;
        _time = time;
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Refresh();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Moves to the newest commit now.</summary>
    public void Refresh()
    {
        lock (_updating)
        {
            _index.Update();
            _queries.Update(_index.Searcher);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, _time);

        // A disposed timer ends the loop; a cancelled wait would end it with an exception, which a host that failed to start reports.
        using CancellationTokenRegistration stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            Refresh();
        }
    }
}
