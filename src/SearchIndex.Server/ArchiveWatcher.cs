using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchIndex.News;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Metrics;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server;

/// <summary>
/// Keeps the index up to date with its files: looks at them when the service starts and every few seconds, sooner when the system says
/// that something changed. What goes wrong is logged once, and tried again.
/// </summary>
internal sealed partial class ArchiveWatcher : BackgroundService
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromSeconds(30);

    /// <summary>Who writes one file often writes more; they go into one commit.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    /// <summary>Looking takes at most one part in so many of the time.</summary>
    private const int PausesPerLook = 10;

    /// <summary>Merges leave the disk and the processor to the searches most of the time; nobody waits for them.</summary>
    private const double MergeMegabytesPerSecond = 20;

    private readonly CollectionOptions _options;
    private readonly IndexGate _gate;
    private readonly UpdateMetrics _metrics;
    private readonly ILogger _log;
    private string? _lastProblem;

    public ArchiveWatcher(CollectionOptions options, IndexGate gate, UpdateMetrics metrics, ILogger log)
    {
        _options = options;
        _gate = gate;
        _metrics = metrics;
        _log = log;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var hint = new ChangeHint(_options.FollowedPaths);
            while (true)
            {
                TimeSpan pause = PauseAfter(await LookAsync(stoppingToken));
                if (await hint.WaitAsync(pause, stoppingToken))
                {
                    await Task.Delay(Gathering, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // The service stops; an update under way left the index as it was.
        }
    }

    private static TimeSpan PauseAfter(TimeSpan look) =>
        TimeSpan.FromTicks(Math.Clamp(look.Ticks * PausesPerLook, ShortestPeriod.Ticks, LongestPeriod.Ticks));

    private async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        using IDisposable turn = await _gate.EnterAsync(cancellation);
        long started = Stopwatch.GetTimestamp();
        try
        {
            var update = new UpdateOptions { MergeMegabytesPerSecond = MergeMegabytesPerSecond };
            UpdateReport report = await NewsIndexer.UpdateAsync(
                _options.FollowedPaths, _options.IndexFolder, update, progress: null, cancellation);
            _lastProblem = null;
            _metrics.Count(_options.Name, report, Stopwatch.GetElapsedTime(started));
            if (report.Committed)
            {
                LogUpdated(_log, report.New, report.Changed, report.Moved, report.Deleted, report.Problems.Count, report.Generation);
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // A full disk, a rebuild that holds the lock, a folder that is away: the service goes on with the index it has.
            _metrics.CountFailure(_options.Name, Stopwatch.GetElapsedTime(started));
            if (exception.Message != _lastProblem)
            {
                LogProblem(_log, exception.Message);
            }

            _lastProblem = exception.Message;
        }

        return Stopwatch.GetElapsedTime(started);
    }

    [LoggerMessage(LogLevel.Information, "updated the index: {New} new, {Changed} changed, {Moved} moved, {Deleted} deleted files, {Problems} problems; generation {Generation}")]
    private static partial void LogUpdated(ILogger log, int @new, int changed, int moved, int deleted, int problems, long generation);

    [LoggerMessage(LogLevel.Error, "the index cannot be brought up to date: {Problem}; trying again")]
    private static partial void LogProblem(ILogger log, string problem);
}
