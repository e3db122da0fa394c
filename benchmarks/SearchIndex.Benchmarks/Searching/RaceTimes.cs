namespace SearchIndex.Benchmarks.Searching;

/// <summary>What one side did with one set in one mode: the times of each query over all rounds, and what it found.</summary>
internal sealed class RaceTimes
{
    private readonly List<double[]> _rounds = [];

    /// <summary>Gets the sum of what the queries found in the last round: totals, and document numbers by rank.</summary>
    public long Found { get; private set; }

    /// <summary>Adds a round.</summary>
    /// <param name="micros">Microseconds of each query.</param>
    /// <param name="found">What the queries found.</param>
    public void Add(double[] micros, long found)
    {
        _rounds.Add(micros);
        Found = found;
    }

    /// <summary>Returns the time in microseconds below which a part of the queries stays; each query counts with its median round.</summary>
    /// <param name="part">0.5 for the median, 0.99 for the slowest.</param>
    public double Percentile(double part)
    {
        double[] medians = [.. Enumerable.Range(0, _rounds[0].Length).Select(MedianOf).Order()];
        return medians[Math.Min(medians.Length - 1, (int)(medians.Length * part))];
    }

    private double MedianOf(int query)
    {
        double[] times = [.. _rounds.Select(round => round[query]).Order()];
        return times[times.Length / 2];
    }
}
