using System.Diagnostics.Metrics;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Metrics;

/// <summary>What is told of the index of each archive and its disk. While there is no index, its numbers are left out.</summary>
internal sealed class IndexMetrics
{
    private readonly CollectionSet _collections;
    private readonly Meter _meter;

    public IndexMetrics(ServiceMeter service, CollectionSet collections, TimeProvider time)
    {
        _collections = collections;
        _meter = service.Meter;
        Tell("searchindex.ready", null, "1 when there is an index to search, else 0.", one => one.Index.Searcher is null ? 0 : 1);
        Tell(
            "searchindex.index.unreadable",
            null,
            "1 when the newest commit or the file of variants cannot be read and older ones serve, else 0.",
            one => one.Index.Searcher is not null && one.Index.Problem is not null ? 1 : 0);
        TellStats("searchindex.index.articles", "{article}", "Articles in the index.", stats => stats.Articles);
        TellStats("searchindex.index.segments", "{segment}", "Segments of the index.", stats => stats.Segments);
        TellStats("searchindex.index.size", ServiceMeter.Bytes, "Size of the segments of the index.", stats => stats.SizeBytes);
        TellStats("searchindex.index.generation", null, "Generation of the commit that is searched.", stats => stats.Generation);
        TellStats("searchindex.index.age", ServiceMeter.Seconds, "Time since the commit that is searched was made.", stats => (time.GetUtcNow() - stats.BuiltAt)?.TotalSeconds);
        TellStats("searchindex.index.copies", "{file}", "Files that are further copies of an article.", stats => stats.Copies);
        TellStats("searchindex.index.problems", "{file}", "Files that could not become articles.", stats => stats.Problems);
        Tell("searchindex.disk.free", ServiceMeter.Bytes, "Free space on the disk of the index.", one => one.Disk.FreeBytes);
        Tell(
            "searchindex.disk.needed", ServiceMeter.Bytes, "Free space below which the service says that it is degraded.", one => one.Disk.NeededBytes);
    }

    private void TellStats(string name, string? unit, string description, Func<IndexStats, double?> value) =>
        Tell(name, unit, description, one => one.Index.Stats is { } stats ? value(stats) : null);

    private void Tell(string name, string? unit, string description, Func<Collection, double?> value) =>
        _meter.CreateObservableGauge(name, () => _collections.SelectMany(one => Known(one, value(one))), unit, description);

    private static Measurement<double>[] Known(Collection collection, double? value) =>
        value is { } number ? [new Measurement<double>(number, ServiceMeter.Tags(collection.Name))] : [];
}
