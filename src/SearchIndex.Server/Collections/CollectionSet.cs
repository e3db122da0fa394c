using System.Collections;
using Microsoft.Extensions.Logging;
using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Collections;

/// <summary>The archives of the service, in the order in which they were set.</summary>
internal sealed class CollectionSet : IReadOnlyList<Collection>, IDisposable
{
    private readonly Collection[] _all;

    public CollectionSet(SearchServiceOptions options, UpdateMetrics updates, TimeProvider time, ILoggerFactory logs)
    {
        _all = [.. options.Collections.Select(one => new Collection(one, options.DiskReserveBytes, updates, time, logs))];
    }

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public Collection this[int index] => _all[index];

    /// <inheritdoc/>
    public IEnumerator<Collection> GetEnumerator() => _all.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _all.GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Collection one in _all)
        {
            one.Dispose();
        }
    }
}
