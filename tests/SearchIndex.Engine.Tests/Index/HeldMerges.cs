using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Index;

/// <summary>Holds merges in the background in the middle of their writing until they are let go, or fails them there.</summary>
internal sealed class HeldMerges : IDisposable
{
    private readonly ManualResetEventSlim _held = new();
    private readonly ManualResetEventSlim _released = new();

    public HeldMerges()
    {
        // So slow that whatever is written after the first piece has to wait.
        Limiter = new RateLimiter(1e-9, TimeProvider.System, Hold);
    }

    public RateLimiter Limiter { get; }

    /// <summary>Gets or sets what merges meet in the place of waiting.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Returns when a merge is in the middle of its writing.</summary>
    public void WaitUntilHeld() => Assert.True(_held.Wait(TimeSpan.FromMinutes(1)), "no merge began");

    /// <summary>Lets this merge and all others go on.</summary>
    public void Release() => _released.Set();

    public void Dispose()
    {
        _held.Dispose();
        _released.Dispose();
    }

    private void Hold(TimeSpan time, CancellationToken cancellation)
    {
        _held.Set();
        if (Failure is { } failure)
        {
            throw failure;
        }

        _released.Wait(cancellation);
    }
}
