using System.Globalization;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>Times of searches while the service rebuilds its index, beside those before. The load lasts from the beginning of a rebuild to its end.</summary>
internal sealed class RebuildLoad(LoadScene scene, int seconds, LoadVerdict verdict)
{
    private const double MaxRatio = 3;

    private static readonly int[] Connections = [2, 16];

    /// <summary>Prints the table and whether it holds.</summary>
    public async Task RunAsync(ServedProcess service)
    {
        Console.WriteLine("| connections | without/s | p50 ms | p99 ms | during/s | p50 ms | p99 ms | rebuilds | seconds | errors | p99 ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var ratios = new List<double>();
        long errors = 0;
        foreach (int connections in Connections)
        {
            WrkResult without = await scene.Client.RunAsync(service, connections, seconds).ConfigureAwait(false);
            var rebuilds = new RebuildTasks(service);
            WrkResult during = await scene.Client.RunWhileAsync(service, connections, () => rebuilds.RunAsync(seconds)).ConfigureAwait(false);
            ratios.Add(during.Percentile99Ms / without.Percentile99Ms);
            errors += without.Errors + during.Errors;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {connections} | {without.PerSecond:F0} | {without.MedianMs:F1} | {without.Percentile99Ms:F1} | {during.PerSecond:F0} | {during.MedianMs:F1} | {during.Percentile99Ms:F1} | {rebuilds.Done} | {during.Seconds:F0} | {during.ErrorsText} | {ratios[^1]:F2} |"));
        }

        Console.WriteLine();
        verdict.Judge(
            string.Create(CultureInfo.InvariantCulture, $"p99 during a rebuild is {ratios.Max():F2} × that without (at most {MaxRatio:F0} ×)"),
            ratios.Max() <= MaxRatio);
        verdict.Judge("no errors during rebuilds", errors == 0);
    }
}
