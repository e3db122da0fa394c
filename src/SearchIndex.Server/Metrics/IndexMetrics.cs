using System.Diagnostics.Metrics;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Metrics;

/// <summary>What is told of the index and its disk. While there is no index, its numbers are left out.</summary>
internal sealed class IndexMetrics
{
    private readonly CurrentIndex _index;
    private readonly Meter _meter;

    public IndexMetrics(ServiceMeter service, CurrentIndex index, IndexDisk disk, TimeProvider time)
    {
        _index = index;
        _meter = service.Meter;
        _meter.CreateObservableGauge("searchindex.ready", () => index.Searcher is null ? 0 : 1, description: "1 when there is an index to search, else 0.");
        _meter.CreateObservableGauge(
            "searchindex.index.unreadable", () => index.Searcher is not null && index.Problem is not null ? 1 : 0, description: "1 when the newest commit or the file of variants cannot be read and older ones serve, else 0.");
        Tell("searchindex.index.articles", "{article}", "Articles in the index.", stats => stats.Articles);
        Tell("searchindex.index.segments", "{segment}", "Segments of the index.", stats => stats.Segments);
        Tell("searchindex.index.size", ServiceMeter.Bytes, "Size of the segments of the index.", stats => stats.SizeBytes);
        Tell("searchindex.index.generation", null, "Generation of the commit that is searched.", stats => stats.Generation);
        Tell("searchindex.index.age", ServiceMeter.Seconds, "Time since the commit that is searched was made.", stats => (time.GetUtcNow() - stats.BuiltAt)?.TotalSeconds);
        Tell("searchindex.index.copies", "{file}", "Files that are further copies of an article.", stats => stats.Copies);
        Tell("searchindex.index.problems", "{file}", "Files that could not become articles.", stats => stats.Problems);
        _meter.CreateObservableGauge("searchindex.disk.free", () => Known(disk.FreeBytes), ServiceMeter.Bytes, "Free space on the disk of the index.");
        _meter.CreateObservableGauge("searchindex.disk.needed", () => disk.NeededBytes, ServiceMeter.Bytes, "Free space below which the service says that it is degraded.");
    }

    private static Measurement<double>[] Known(double? value) => value is { } number ? [new Measurement<double>(number)] : [];

    private void Tell(string name, string? unit, string description, Func<IndexStats, double?> value) =>
        _meter.CreateObservableGauge(name, () => Known(_index.Stats is { } stats ? value(stats) : null), unit, description);
}
