using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SearchIndex.News;
using static SearchIndex.Server.Metrics.ServiceMeter;

namespace SearchIndex.Server.Metrics;

/// <summary>What is counted of updates: how each index follows its files. Safe for several threads.</summary>
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
    private readonly string[] _collections;
    private readonly ConcurrentDictionary<string, long> _lastGood;

    public UpdateMetrics(ServiceMeter service, SearchServiceOptions options, TimeProvider time)
    {
        _time = time;
        _collections = [.. options.Collections.Select(one => one.Name)];
        string[] watched = [.. options.Collections.Where(one => one.WatchedPaths.Count > 0).Select(one => one.Name)];
        _lastGood = new ConcurrentDictionary<string, long>(watched.Select(name => KeyValuePair.Create(name, time.GetTimestamp())));
        _updates = service.Meter.CreateCounter<long>("searchindex.updates", "{update}", "Looks at the watched files, by how they ended.");
        _times = service.CreateTimes("searchindex.update.duration", "Time that looks at the watched files took.", 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800);
        _files = service.Meter.CreateCounter<long>("searchindex.update.files", "{file}", "Watched files that were new, changed, moved or deleted.");
        _problems = service.Meter.CreateCounter<long>("searchindex.update.problems", "{file}", "Watched files that were read and could not become articles.");
        if (watched.Length > 0)
        {
            service.Meter.CreateObservableGauge(
                "searchindex.update.age", () => watched.Select(SinceLastGood), Seconds, "Time since a look at the watched files ended well, or since the start.");
        }
    }

    /// <summary>Counts from nothing what may not happen for long, so that its first time is seen as a step.</summary>
    public void StartAtZero()
    {
        foreach (string collection in _collections)
        {
            foreach (string result in (string[])[Committed, Unchanged, Failed])
            {
                _updates.Add(0, Tags(collection, Tag(Result, result)));
            }

            CountFiles(collection, 0, 0, 0, 0);
            _problems.Add(0, Tags(collection));
        }
    }

    /// <summary>Counts a look that ended well.</summary>
    /// <param name="collection">The name of the archive.</param>
    /// <param name="report">What it found.</param>
    /// <param name="took">The time that it took.</param>
    public void Count(string collection, UpdateReport report, TimeSpan took)
    {
        Count(collection, report.Committed ? Committed : Unchanged, took);
        _lastGood[collection] = _time.GetTimestamp();
        CountFiles(collection, report.New, report.Changed, report.Moved, report.Deleted);
        _problems.Add(report.Problems.Count, Tags(collection));
    }

    /// <summary>Counts a look that failed.</summary>
    /// <param name="collection">The name of the archive.</param>
    /// <param name="took">The time that it took.</param>
    public void CountFailure(string collection, TimeSpan took) => Count(collection, Failed, took);

    private void Count(string collection, string result, TimeSpan took)
    {
        _updates.Add(1, Tags(collection, Tag(Result, result)));
        _times.Record(took.TotalSeconds, Tags(collection));
    }

    private void CountFiles(string collection, int added, int changed, int moved, int deleted)
    {
        _files.Add(added, Tags(collection, Tag(Change, "new")));
        _files.Add(changed, Tags(collection, Tag(Change, "changed")));
        _files.Add(moved, Tags(collection, Tag(Change, "moved")));
        _files.Add(deleted, Tags(collection, Tag(Change, "deleted")));
    }

    private Measurement<double> SinceLastGood(string collection) =>
        new(_time.GetElapsedTime(_lastGood[collection]).TotalSeconds, Tags(collection));
}
