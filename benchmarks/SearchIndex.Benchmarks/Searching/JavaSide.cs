using System.Globalization;
using System.Text;
using SearchIndex.Engine.Tests.Search.Support;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>
/// Apache Lucene in the race: the program <c>BenchQueries</c> in a process of its own, which waits for a line that names a set and a mode,
/// runs it once, and answers with the time of each query.
/// </summary>
internal sealed class JavaSide : IDisposable
{
    private const double NanosPerMicro = 1000;
    private const double NanosPerSecond = 1e9;

    private readonly JavaPartner _program;
    private readonly string _queries;

    public JavaSide(string indexFolder, IReadOnlyList<RaceSet> sets)
    {
        _queries = Path.GetTempFileName();
        File.WriteAllLines(_queries, sets.SelectMany((set, number) => set.Queries.Select(query => Line(number, query))), new UTF8Encoding(false));
        _program = new JavaPartner("BenchQueries", indexFolder, _queries);
    }

    /// <summary>Runs a set once.</summary>
    /// <param name="number">The number of the set, from 0.</param>
    /// <param name="mode">How it is run.</param>
    /// <param name="times">Receives the times.</param>
    public void Run(int number, RaceMode mode, RaceTimes times)
    {
        long[] numbers = _program.Ask(string.Create(CultureInfo.InvariantCulture, $"{number} {NameOf(mode)}"));
        times.Add([.. numbers.Skip(1).Select(nanos => nanos / NanosPerMicro)], numbers[0]);
    }

    /// <summary>Runs a set several times over, split among threads, and returns the seconds that it took.</summary>
    public double RunThreads(int number, RaceMode mode, int threads, int passes) =>
        _program.Ask(string.Create(CultureInfo.InvariantCulture, $"{number} {NameOf(mode)} {threads} {passes}"))[0] / NanosPerSecond;

    public void Dispose()
    {
        _program.Dispose();
        File.Delete(_queries);
    }

    private static string NameOf(RaceMode mode) => mode.ToString().ToLowerInvariant();

    private static string Line(int set, Engine.Search.Query query) =>
        $"{set.ToString(CultureInfo.InvariantCulture)}\t{LuceneForm.Of(query) ?? throw new InvalidOperationException($"no form for {query}")}";
}
