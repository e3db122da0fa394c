namespace SearchIndex.Engine.Store;

/// <summary>
/// Lets bytes pass at a rate, for work that should leave the disk to others. Time in which nothing passes is not saved up. One limiter may
/// serve several writers, which then share the rate. Safe for several threads.
/// </summary>
public sealed class RateLimiter
{
    /// <summary>Shorter waits cost more than they are worth; what they would have held back adds up to one that is long enough.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);

    private readonly double _bytesPerSecond;
    private readonly TimeProvider _clock;
    private readonly Action<TimeSpan, CancellationToken> _wait;
    private readonly long _start;
    private readonly Lock _lock = new();
    private TimeSpan _free;

    /// <summary>Creates a limiter.</summary>
    /// <param name="megabytesPerSecond">The rate in 2^20 bytes a second, above 0.</param>
    /// <param name="clock">Tells the time; the system's by default.</param>
    /// <param name="wait">Waits for a time, or until it is cancelled; blocks the thread by default.</param>
    public RateLimiter(double megabytesPerSecond, TimeProvider? clock = null, Action<TimeSpan, CancellationToken>? wait = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(megabytesPerSecond);
        _bytesPerSecond = megabytesPerSecond * (1 << 20);
        _clock = clock ?? TimeProvider.System;
        _wait = wait ?? Block;
        _start = _clock.GetTimestamp();
    }

    /// <summary>Returns when so many bytes may pass, behind those that came before.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Pass(long bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TimeSpan wait = Reserve(bytes);
        if (wait >= ShortestWait)
        {
            _wait(wait, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static void Block(TimeSpan time, CancellationToken cancellation) => cancellation.WaitHandle.WaitOne(time);

    /// <summary>Takes the next stretch of time; returns how far away its beginning is.</summary>
    private TimeSpan Reserve(long bytes)
    {
        lock (_lock)
        {
            TimeSpan now = _clock.GetElapsedTime(_start);
            TimeSpan begin = now > _free ? now : _free;
            _free = begin + TimeSpan.FromSeconds(bytes / _bytesPerSecond);
            return begin - now;
        }
    }
}
