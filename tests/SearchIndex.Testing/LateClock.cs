namespace SearchIndex.Testing;

/// <summary>A clock that is an hour further whenever somebody looks at it, so that every deadline is over at the first look.</summary>
public sealed class LateClock : TimeProvider
{
    private long _hours;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Increment(ref _hours) * TimeSpan.TicksPerHour;
}
