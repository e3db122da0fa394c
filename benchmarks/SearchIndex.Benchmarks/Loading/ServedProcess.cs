using System.Diagnostics;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>A service in a process of its own, on a free port of this machine. It is killed when it is no longer needed.</summary>
internal sealed class ServedProcess : IDisposable
{
    private const string FreePort = "http://127.0.0.1:0";

    private readonly Process _process;

    private ServedProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Gets what asks the service.</summary>
    public HttpClient Client { get; }

    /// <summary>Gets where it listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>Starts <c>searchindex serve</c>.</summary>
    /// <param name="index">The index that is served.</param>
    /// <param name="settings">Further arguments.</param>
    public static ServedProcess Search(string index, params string[] settings) =>
        Start([CommandLineProgram.Path, "serve", "--index", index, "--urls", FreePort, .. settings]);

    /// <summary>Starts a service that does nothing but send one answer.</summary>
    /// <param name="answer">The file of the answer.</param>
    public static ServedProcess Bare(string answer) => Start([typeof(ServedProcess).Assembly.Location, BareCommand.Name, answer, "--urls", FreePort]);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Client.Dispose();
    }

    /// <summary>Both services say where they listen at the end of their first line.</summary>
    private static ServedProcess Start(string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { }; // Read, so that a full pipe does not stop it.
        process.BeginErrorReadLine();
        string? line = process.StandardOutput.ReadLine();
        if (line is null)
        {
            process.WaitForExit();
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode} before it listened");
        }

        return new ServedProcess(process, new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]));
    }
}
