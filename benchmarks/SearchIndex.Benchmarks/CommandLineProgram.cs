using System.Diagnostics;

namespace SearchIndex.Benchmarks;

/// <summary>The command line as it was built beside the benchmarks, run as a process of its own.</summary>
internal static class CommandLineProgram
{
    /// <summary>Gets the assembly, in the configuration of the benchmarks.</summary>
    public static string Path
    {
        get
        {
            string here = System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            return System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "..", "..", "SearchIndex.Cli", System.IO.Path.GetFileName(here), "searchindex.dll"));
        }
    }

    /// <summary>Runs it, and returns what it printed and how long it lived.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static (string Output, TimeSpan Time) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. arguments]) { RedirectStandardOutput = true };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? (output, time)
            : throw new InvalidOperationException($"searchindex {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
