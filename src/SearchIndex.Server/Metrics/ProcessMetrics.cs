using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace SearchIndex.Server.Metrics;

/// <summary>What is told of the process. The names of the first three are those that other programs have, too.</summary>
internal sealed class ProcessMetrics
{
    private const int Generations = 3;

    public ProcessMetrics(ServiceMeter service)
    {
        Meter meter = service.Meter;
        meter.CreateObservableCounter("process.cpu", () => Environment.CpuUsage.TotalTime.TotalSeconds, ServiceMeter.Seconds, "Processor time of the process.");
        meter.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, ServiceMeter.Bytes, "Memory of the process, pages of the mapped index included.");
        meter.CreateObservableGauge("process.start_time", StartTime, ServiceMeter.Seconds, "When the process started, in seconds since 1970.");
        meter.CreateObservableGauge("dotnet.thread_pool.threads", () => ThreadPool.ThreadCount, "{thread}", "Threads that work for requests and other tasks.");
        meter.CreateObservableGauge("dotnet.thread_pool.queue", () => ThreadPool.PendingWorkItemCount, "{item}", "Work that waits for a thread.");
        meter.CreateObservableGauge("dotnet.gc.heap", () => GC.GetTotalMemory(forceFullCollection: false), ServiceMeter.Bytes, "Memory of objects, the index apart.");
        meter.CreateObservableCounter("dotnet.gc.collections", Collections, "{collection}", "Garbage collections, those of older generations counted in younger ones.");
        meter.CreateObservableCounter("dotnet.gc.pause", () => GC.GetTotalPauseDuration().TotalSeconds, ServiceMeter.Seconds, "Time that the process stood still for garbage collections.");
        meter.CreateObservableCounter("dotnet.allocated", () => GC.GetTotalAllocatedBytes(), ServiceMeter.Bytes, "Memory that was allocated for objects.");
        meter.CreateObservableGauge("searchindex.build.info", () => new Measurement<int>(1, ServiceMeter.Tag("version", Version)), description: "1; the version of the program is its label.");
    }

    /// <summary>Gets the version of the program.</summary>
    public static string Version { get; } = typeof(ProcessMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static double StartTime()
    {
        using var process = Process.GetCurrentProcess();
        return (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }

    private static IEnumerable<Measurement<long>> Collections() =>
        Enumerable.Range(0, Generations).Select(generation => new Measurement<long>(GC.CollectionCount(generation), ServiceMeter.Tag("generation", $"{generation}")));
}
