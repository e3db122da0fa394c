using System.Diagnostics;
using System.Globalization;
using System.Text;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>
/// Apache Lucene in the race: the program <c>BenchQueries</c> in a process of its own, which waits for a line that names a set and a mode,
/// runs it once, and answers with the time of each query.
/// </summary>
internal sealed class JavaSide : IDisposable
{
    private const string Heap = "-Xmx4g";

    private readonly Process _process;
    private readonly string _queries;

    public JavaSide(string indexFolder, IReadOnlyList<RaceSet> sets)
    {
        _queries = Path.GetTempFileName();
        File.WriteAllLines(_queries, sets.SelectMany((set, number) => set.Queries.Select(query => Line(number, query))), new UTF8Encoding(false));
        string classPath = JavaLuceneJudge.Compile() + Path.PathSeparator + JavaLuceneJudge.Jars;
        var start = new ProcessStartInfo("java", [Heap, "-Dfile.encoding=UTF-8", "-cp", classPath, "BenchQueries", indexFolder, _queries])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("java does not start");
    }

    /// <summary>Runs a set once.</summary>
    /// <param name="number">The number of the set, from 0.</param>
    /// <param name="mode">How it is run.</param>
    /// <param name="times">Receives the times.</param>
    public void Run(int number, RaceMode mode, RaceTimes times)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {mode.ToString().ToLowerInvariant()}"));
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("BenchQueries ended");
        long[] numbers = [.. answer.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        times.Add([.. numbers.Skip(1).Select(nanos => nanos / 1000.0)], numbers[0]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_queries);
    }

    private static string Line(int set, Engine.Search.Query query) =>
        $"{set.ToString(CultureInfo.InvariantCulture)}\t{LuceneForm.Of(query) ?? throw new InvalidOperationException($"no form for {query}")}";
}
