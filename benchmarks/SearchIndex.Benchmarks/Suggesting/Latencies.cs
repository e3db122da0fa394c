namespace SearchIndex.Benchmarks.Suggesting;

/// <summary>The times of many answers in milliseconds.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly double[] _milliseconds = [.. times.Select(time => time.TotalMilliseconds).Order()];

    /// <summary>Gets how many there are.</summary>
    public int Count => _milliseconds.Length;

    /// <summary>Gets the time that half of the answers took at most.</summary>
    public double Median => At(0.5);

    /// <summary>Gets the time that 99 of 100 answers took at most.</summary>
    public double Percentile99 => At(0.99);

    private double At(double share) => _milliseconds[Math.Min(_milliseconds.Length - 1, (int)(share * _milliseconds.Length))];
}
