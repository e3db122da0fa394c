using Microsoft.Extensions.Diagnostics.HealthChecks;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Health;

/// <summary>
/// Tells whether the service can answer queries: whether it has an index. With several archives it is ready when one of them is, since the others
/// would have to wait for nothing. Everybody may ask, so that it names no archive, no folder and no number.
/// </summary>
internal sealed class IndexHealthCheck : IHealthCheck
{
    private readonly CollectionSet _collections;

    public IndexHealthCheck(CollectionSet collections)
    {
        _collections = collections;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private static HealthCheckResult Check(CurrentIndex index)
    {
        if (index.Searcher is null)
        {
            return HealthCheckResult.Unhealthy(index.Problem is null or CurrentIndex.NotFound ? "there is no index yet" : "the index cannot be read; the log says why");
        }

        return index.Problem is null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("the newest commit, or the file of variants, cannot be read; the service goes on with what it has, the log says why");
    }

    private HealthCheckResult Check()
    {
        HealthCheckResult[] all = [.. _collections.Select(one => Check(one.Index))];
        HealthCheckResult worst = all.MinBy(one => one.Status);
        return worst.Status == HealthStatus.Unhealthy && all.Any(one => one.Status != HealthStatus.Unhealthy)
            ? HealthCheckResult.Degraded("an archive cannot be searched, the others can: " + worst.Description)
            : worst;
    }
}
