using System.Diagnostics;
using System.Globalization;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>A program of <c>tests/judge</c> that stays alive beside us: it is asked by a line and answers by a line of numbers.</summary>
internal sealed class JavaPartner : IDisposable
{
    private const string Heap = "-Xmx4g";

    private readonly string _mainClass;
    private readonly Process _process;

    public JavaPartner(string mainClass, params string[] arguments)
    {
        _mainClass = mainClass;
        string classPath = JavaLuceneJudge.Compile() + Path.PathSeparator + JavaLuceneJudge.Jars;
        var start = new ProcessStartInfo("java", [Heap, "-Dfile.encoding=UTF-8", "-cp", classPath, mainClass, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("java does not start");
    }

    /// <summary>Sends a line and returns the numbers of the answer.</summary>
    /// <exception cref="InvalidOperationException">The program has ended.</exception>
    public long[] Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_mainClass} ended");
        return [.. answer.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
