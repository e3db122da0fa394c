using Microsoft.Extensions.Diagnostics.HealthChecks;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Health;

/// <summary>Tells whether the next updates will have the space that they need. Searches go on without, so that the service is not unready.</summary>
internal sealed class DiskHealthCheck : IHealthCheck
{
    private readonly CollectionSet _collections;

    public DiskHealthCheck(CollectionSet collections)
    {
        _collections = collections;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _collections.Any(one => one.Disk.FreeBytes is { } free && free < one.Disk.NeededBytes)
            ? HealthCheckResult.Degraded("the disk of the index has less free space than the next update may need")
            : HealthCheckResult.Healthy());
}
