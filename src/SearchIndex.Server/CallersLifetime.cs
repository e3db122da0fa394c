using Microsoft.Extensions.Hosting;

namespace SearchIndex.Server;

/// <summary>
/// Leaves it to the caller when the service stops. The lifetime that hosts have otherwise takes the signals of the process as well, and
/// breaks off a start under way.
/// </summary>
internal sealed class CallersLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
