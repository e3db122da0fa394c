using System.Diagnostics.Metrics;
using SearchIndex.News;
using static SearchIndex.Server.Metrics.ServiceMeter;

namespace SearchIndex.Server.Metrics;

/// <summary>What is counted of updates: how the index follows its files. Safe for several threads.</summary>
internal sealed class UpdateMetrics
{
    private const string Result = "result";
    private const string Committed = "committed";
    private const string Unchanged = "unchanged";
    private const string Failed = "failed";
    private const string Change = "change";

    private readonly TimeProvider _time;
    private readonly Counter<long> _updates;
    private readonly Histogram<double> _times;
    private readonly Counter<long> _files;
    private readonly Counter<long> _problems;
    private long _lastGood;

    public UpdateMetrics(ServiceMeter service, SearchServiceOptions options, TimeProvider time)
    {
        _time = time;
        _lastGood = time.GetTimestamp();
        _updates = service.Meter.CreateCounter<long>("searchindex.updates", "{update}", "Looks at the watched files, by how they ended.");
        _times = service.CreateTimes("searchindex.update.duration", "Time that looks at the watched files took.", 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800);
        _files = service.Meter.CreateCounter<long>("searchindex.update.files", "{file}", "Watched files that were new, changed, moved or deleted.");
        _problems = service.Meter.CreateCounter<long>("searchindex.update.problems", "{file}", "Watched files that were read and could not become articles.");
        if (options.WatchedPaths.Count > 0)
        {
            service.Meter.CreateObservableGauge(
                "searchindex.update.age", SinceLastGood, Seconds, "Time since a look at the watched files ended well, or since the start.");
        }
    }

    /// <summary>Counts from nothing what may not happen for long, so that its first time is seen as a step.</summary>
    public void StartAtZero()
    {
        foreach (string result in (string[])[Committed, Unchanged, Failed])
        {
            _updates.Add(0, Tag(Result, result));
        }

        CountFiles(0, 0, 0, 0);
        _problems.Add(0);
    }

    /// <summary>Counts a look that ended well.</summary>
    public void Count(UpdateReport report, TimeSpan took)
    {
        Count(report.Committed ? Committed : Unchanged, took);
        Interlocked.Exchange(ref _lastGood, _time.GetTimestamp());
        CountFiles(report.New, report.Changed, report.Moved, report.Deleted);
        _problems.Add(report.Problems.Count);
    }

    /// <summary>Counts a look that failed.</summary>
    public void CountFailure(TimeSpan took) => Count(Failed, took);

    private void Count(string result, TimeSpan took)
    {
        _updates.Add(1, Tag(Result, result));
        _times.Record(took.TotalSeconds);
    }

    private void CountFiles(int added, int changed, int moved, int deleted)
    {
        _files.Add(added, Tag(Change, "new"));
        _files.Add(changed, Tag(Change, "changed"));
        _files.Add(moved, Tag(Change, "moved"));
        _files.Add(deleted, Tag(Change, "deleted"));
    }

    private double SinceLastGood() => _time.GetElapsedTime(Interlocked.Read(ref _lastGood)).TotalSeconds;
}
