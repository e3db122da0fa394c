using System.Globalization;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>Memory of the service under a load that does not change. Only a long watch is judged: the oldest objects are rarely collected.</summary>
internal sealed class MemoryLoad(LoadScene scene, int seconds, LoadVerdict verdict)
{
    /// <summary>How many connections ask.</summary>
    public const int Connections = 16;

    /// <summary>
    /// How much more the last quarter may have than the first: in the median of the process, and in the least of the objects, since what
    /// collections leave tells more than how much has come since the last.
    /// </summary>
    private const double MaxGrowth = 1.1;

    /// <summary>The shortest watch that is judged.</summary>
    private const int JudgedSeconds = 600;

    private const double SampleSeconds = 5;
    private const int LeastSamples = 30;

    private readonly List<(double Minutes, ServiceNumbers Numbers)> _samples = [];

    /// <summary>Prints the memory at the beginning and at the end of a load.</summary>
    public async Task RunAsync(ServedProcess service)
    {
        Task<WrkResult> load = scene.Client.RunAsync(service, Connections, seconds);
        await WatchAsync(service, load).ConfigureAwait(false);
        WrkResult result = await load.ConfigureAwait(false);

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Connections} connections for {result.Seconds:F0} s: {result.Requests} answers, errors: {result.ErrorsText}, 503: {result.Refusals}"));
        Console.WriteLine();
        Console.WriteLine("| memory, MB | samples | first quarter: min | median | max | last quarter: min | median | max | MB a minute |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        double process = Row("process", numbers => numbers.ResidentMb, MedianOf);
        double objects = Row("objects", numbers => numbers.HeapMb, values => values[0]);
        Console.WriteLine();
        verdict.Judge("no errors while memory is watched", result.Errors == 0);
        if (seconds >= JudgedSeconds)
        {
            verdict.Judge(
                string.Create(CultureInfo.InvariantCulture, $"memory is flat: the last median of the process is {process:F2} × the first, the least of the objects {objects:F2} × (at most {MaxGrowth:F1} ×)"),
                process <= MaxGrowth && objects <= MaxGrowth);
        }

        Console.WriteLine();
    }

    private static double MedianOf(double[] values) => values[values.Length / 2];

    private static string Cells(double[] values) =>
        string.Create(CultureInfo.InvariantCulture, $"{values[0]:F0} | {MedianOf(values):F0} | {values[^1]:F0}");

    private async Task WatchAsync(ServedProcess service, Task load)
    {
        long started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Min(SampleSeconds, (double)seconds / LeastSamples)));
        while (!load.IsCompleted)
        {
            ServiceNumbers numbers = await ServiceNumbers.AskAsync(service).ConfigureAwait(false);
            _samples.Add((TimeProvider.System.GetElapsedTime(started).TotalMinutes, numbers));
            await Task.WhenAny(load, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
        }
    }

    private double Row(string name, Func<ServiceNumbers, double> value, Func<double[], double> judged)
    {
        int quarter = Math.Max(1, _samples.Count / 4);
        double[] first = [.. _samples.Take(quarter).Select(sample => value(sample.Numbers)).Order()];
        double[] last = [.. _samples.TakeLast(quarter).Select(sample => value(sample.Numbers)).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {_samples.Count} | {Cells(first)} | {Cells(last)} | {Slope(value):F2} |"));
        return judged(last) / judged(first);
    }

    /// <summary>The slope of the line with the least squares.</summary>
    private double Slope(Func<ServiceNumbers, double> value)
    {
        double meanTime = _samples.Average(sample => sample.Minutes);
        double meanValue = _samples.Average(sample => value(sample.Numbers));
        double spread = _samples.Sum(sample => (sample.Minutes - meanTime) * (sample.Minutes - meanTime));
        return spread == 0 ? 0 : _samples.Sum(sample => (sample.Minutes - meanTime) * (value(sample.Numbers) - meanValue)) / spread;
    }
}
