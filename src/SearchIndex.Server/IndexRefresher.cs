using Microsoft.Extensions.Hosting;

namespace SearchIndex.Server;

/// <summary>Keeps <see cref="CurrentIndex"/> at the newest commit: looks once before the service listens, then every second.</summary>
internal sealed class IndexRefresher : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly CurrentIndex _index;
    private readonly TimeProvider _time;

    public IndexRefresher(CurrentIndex index, TimeProvider time)
    {
        _index = index;
        _time = time;
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _index.Update();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, _time);

        // A disposed timer ends the loop; a cancelled wait would end it with an exception, which a host that failed to start reports.
        using CancellationTokenRegistration stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            _index.Update();
        }
    }
}
