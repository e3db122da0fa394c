using System.Diagnostics;
using System.Globalization;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>The client of the measurement: <c>wrk</c> asks the questions of a file one after the other, over many connections.</summary>
internal sealed class Wrk
{
    private const string Program = "wrk";
    private const int MostThreads = 2;

    /// <summary>Longer than the service lets a query take, so that what it answers late counts as late and not as lost.</summary>
    private const string Patience = "15s";

    /// <summary>For runs that are ended by <see cref="StopAsync"/>.</summary>
    private const int NoEndSeconds = 3600;

    private readonly string _script;
    private readonly string _paths;

    /// <summary>Writes the script and the questions into a folder.</summary>
    public Wrk(string folder, IEnumerable<string> paths)
    {
        _script = Path.Combine(folder, "load.lua");
        _paths = Path.Combine(folder, "paths.txt");
        WrkScript.Write(_script);
        File.WriteAllLines(_paths, paths);
    }

    /// <summary>Gets what to do when the program is missing; null when it is there.</summary>
    public static string? Missing => ProgramOnPath.Find(Program) is null ? "load needs wrk 4.1: apt-get install wrk" : null;

    /// <summary>Loads a service for some seconds.</summary>
    /// <param name="service">The service.</param>
    /// <param name="connections">How many connections ask at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="countsStatuses">Whether answers are counted by status.</param>
    public async Task<WrkResult> RunAsync(ServedProcess service, int connections, int seconds, bool countsStatuses = true)
    {
        using Process process = Start(service, connections, seconds, countsStatuses);
        return await ResultAsync(process).ConfigureAwait(false);
    }

    /// <summary>Loads a service for as long as something else goes on.</summary>
    public async Task<WrkResult> RunWhileAsync(ServedProcess service, int connections, Func<Task> work)
    {
        using Process process = Start(service, connections, NoEndSeconds, countsStatuses: true);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            await StopAsync(process).ConfigureAwait(false);
        }

        return await ResultAsync(process).ConfigureAwait(false);
    }

    private static async Task<WrkResult> ResultAsync(Process process)
    {
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return WrkScript.Read(output);
    }

    /// <summary>On this signal it ends its run early and prints what it counted.</summary>
    private static async Task StopAsync(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().ConfigureAwait(false);
    }

    private Process Start(ServedProcess service, int connections, int seconds, bool countsStatuses)
    {
        string[] arguments =
        [
            "--threads", Text(Math.Min(connections, MostThreads)), "--connections", Text(connections), "--duration", Text(seconds) + "s",
            "--timeout", Patience, "--script", _script, service.Address.ToString(), "--", _paths, .. countsStatuses ? [WrkScript.CountStatuses] : Array.Empty<string>(),
        ];
        return Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
