namespace SearchIndex.Server.Metrics;

/// <summary>The measurements of one instrument with one set of tags. Safe for several threads.</summary>
internal sealed class MetricSeries
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<double> _bounds;
    private readonly long[] _classes;
    private double _sum;

    /// <summary>Creates a series without measurements.</summary>
    /// <param name="bounds">The upper bounds of the classes, inclusive; one class more has no bound. Empty for what has no classes.</param>
    public MetricSeries(IReadOnlyList<double> bounds)
    {
        _bounds = bounds;
        _classes = new long[bounds.Count + 1];
    }

    /// <summary>Adds a measurement.</summary>
    public void Add(double value)
    {
        int at = 0;
        while (at < _bounds.Count && value > _bounds[at])
        {
            at++;
        }

        lock (_lock)
        {
            _sum += value;
            _classes[at]++;
        }
    }

    /// <summary>Returns the sum, and how many measurements are in each class.</summary>
    public (double Sum, long[] Classes) Read()
    {
        lock (_lock)
        {
            return (_sum, [.. _classes]);
        }
    }
}
