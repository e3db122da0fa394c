using System.Diagnostics;
using System.Globalization;

namespace SearchIndex.Benchmarks;

/// <summary>Reads how much memory this process had at its largest.</summary>
internal static class ProcessMemory
{
    private const string Status = "/proc/self/status";
    private const string HighWaterMark = "VmHWM:";

    /// <summary>Returns the peak of resident memory in megabytes.</summary>
    public static long PeakMegabytes()
    {
        if (!File.Exists(Status))
        {
            using Process process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 >> 20;
        }

        string line = File.ReadLines(Status).First(line => line.StartsWith(HighWaterMark, StringComparison.Ordinal));
        return long.Parse(line[HighWaterMark.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
