using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SearchIndex.Server;

/// <summary>Tells whether the service can answer queries: whether it has an index.</summary>
internal sealed class IndexHealthCheck : IHealthCheck
{
    private readonly CurrentIndex _index;

    public IndexHealthCheck(CurrentIndex index)
    {
        _index = index;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_index.Searcher is null ? HealthCheckResult.Unhealthy("no index yet") : HealthCheckResult.Healthy());
}
