using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SearchIndex.Server.Health;

/// <summary>Tells whether the next update will have the space that it needs. Searches go on without, so that the service is not unready.</summary>
internal sealed class DiskHealthCheck : IHealthCheck
{
    private readonly IndexDisk _disk;

    public DiskHealthCheck(IndexDisk disk)
    {
        _disk = disk;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _disk.FreeBytes is { } free && free < _disk.NeededBytes
            ? HealthCheckResult.Degraded("the disk of the index has less free space than the next update may need")
            : HealthCheckResult.Healthy());
}
