using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SearchIndex.Server.Health;

/// <summary>Tells whether the service can answer queries: whether it has an index. Everybody may ask, so that it names no folder and no number.</summary>
internal sealed class IndexHealthCheck : IHealthCheck
{
    private readonly CurrentIndex _index;

    public IndexHealthCheck(CurrentIndex index)
    {
        _index = index;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (_index.Searcher is null)
        {
            return HealthCheckResult.Unhealthy(_index.Problem is null or CurrentIndex.NotFound ? "there is no index yet" : "the index cannot be read; the log says why");
        }

        return _index.Problem is null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("the newest commit, or the file of variants, cannot be read; the service goes on with what it has, the log says why");
    }
}
