using System.Globalization;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>What the service says of its process at a moment, from <c>/metrics</c>.</summary>
/// <param name="ResidentMb">Megabytes of the process, pages of the mapped index included.</param>
/// <param name="HeapMb">Megabytes of objects.</param>
/// <param name="ProcessorSeconds">Processor time since the start.</param>
/// <param name="AllocatedKb">Kilobytes allocated since the start.</param>
/// <param name="PauseSeconds">Time since the start that it stood still for garbage collections.</param>
internal sealed record ServiceNumbers(double ResidentMb, double HeapMb, double ProcessorSeconds, double AllocatedKb, double PauseSeconds)
{
    private const double Kilo = 1 << 10;
    private const double Mega = 1 << 20;

    /// <summary>Asks a service.</summary>
    public static async Task<ServiceNumbers> AskAsync(ServedProcess service)
    {
        string[] lines = (await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative)).ConfigureAwait(false)).Split('\n');
        double Value(string name) => double.Parse(lines.First(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
        return new ServiceNumbers(
            Value("process_resident_memory_bytes") / Mega,
            Value("dotnet_gc_heap_bytes") / Mega,
            Value("process_cpu_seconds_total"),
            Value("dotnet_allocated_bytes_total") / Kilo,
            Value("dotnet_gc_pause_seconds_total"));
    }
}
