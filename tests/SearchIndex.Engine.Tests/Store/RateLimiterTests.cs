using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Tests.Store;

public sealed class RateLimiterTests
{
    private readonly ManualClock _clock = new();
    private readonly List<double> _waits = [];

    [Fact]
    public void Pass_MoreThanTheRate_WaitsForWhatCameBefore()
    {
        RateLimiter limiter = OneMegabytePerSecond();

        limiter.Pass(1 << 20, CancellationToken.None);
        limiter.Pass(1 << 19, CancellationToken.None);
        limiter.Pass(1 << 20, CancellationToken.None);

        Assert.Equal([1.0, 0.5], _waits);
    }

    [Fact]
    public void Pass_AfterQuietTime_HasSavedNothingUp()
    {
        RateLimiter limiter = OneMegabytePerSecond();
        _clock.Now += TimeSpan.FromHours(1);

        limiter.Pass(1 << 20, CancellationToken.None);
        limiter.Pass(1, CancellationToken.None);

        Assert.Equal([1.0], _waits);
    }

    [Fact]
    public void Pass_ManyLittlePieces_WaitsNowAndThenForAsLong()
    {
        RateLimiter limiter = OneMegabytePerSecond();
        for (int piece = 0; piece < 1025; piece++)
        {
            limiter.Pass(1 << 10, CancellationToken.None);
        }

        Assert.InRange(_waits.Sum(), 0.98, 1.0);
        Assert.All(_waits, wait => Assert.True(wait >= 0.005));
    }

    [Fact]
    public void Pass_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        var limiter = new RateLimiter(1, _clock, (_, _) => source.Cancel());
        limiter.Pass(1 << 20, source.Token);

        Assert.Throws<OperationCanceledException>(() => limiter.Pass(1, source.Token));
    }

    private RateLimiter OneMegabytePerSecond() => new(1, _clock, (time, _) =>
    {
        _waits.Add(time.TotalSeconds);
        _clock.Now += time;
    });

    private sealed class ManualClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
