using System.CommandLine;
using System.Globalization;
using SearchIndex.Benchmarks.Searching;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How many more questions do two threads answer than one? Both engines open the same index and run the sets of the race of queries, as hits
/// and as pages with passages, on one thread and on two, in turns. The first line says what the machine gives a loop that
/// touches no memory: with other work on it two threads get less than two processors.
/// </summary>
internal static class ThreadsCommand
{
    private const int Threads = 2;
    private const double MinSeconds = 0.2;
    private const int SpinSteps = 200_000_000;

    private static readonly RaceMode[] Modes = [RaceMode.Exact, RaceMode.Page];

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var index = new Option<string?>("--index") { Description = "keep the index in this folder, and use it when it is there" };
        var seed = new Option<int>("--seed") { Description = "the seed of the queries", DefaultValueFactory = _ => 1 };
        var rounds = new Option<int>("--rounds") { Description = "how often each set runs on each side", DefaultValueFactory = _ => 7 };
        var command = new Command("threads", "questions answered by two threads against one, beside Apache Lucene") { archive, index, seed, rounds };
        command.SetAction(parse => BenchmarkIndex.Use(
            parse.GetValue(archive)!, 1, parse.GetValue(index), folder => Run(folder, parse.GetValue(seed), parse.GetValue(rounds))));
        return command;
    }

    private static int Run(string folder, int seed, int rounds)
    {
        using var ours = new OurSide(folder);
        RaceSet[] sets = [.. new QuerySampler(ours.Reader, seed).Sets().Where(set => set.Modes.Contains(RaceMode.Page))];
        bool races = Needs.JavaLucene is null;
        using JavaSide? java = races ? new JavaSide(folder, sets) : null;
        double[] spins = [.. Enumerable.Range(0, rounds).Select(_ => Threads * TimedThreads.Run(1, Spin) / TimedThreads.Run(Threads, Spin))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"two threads against one, an empty loop: {MedianOf(spins):F2}"));
        Console.WriteLine();
        Console.WriteLine("| queries | mode | ours, queries/s on 1 | on 2 | ratio | Java, queries/s on 1 | on 2 | ratio |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        for (int number = 0; number < sets.Length; number++)
        {
            foreach (RaceMode mode in Modes)
            {
                Measure(ours, java, sets[number], number, mode, rounds);
            }
        }

        return races ? 0 : 1;
    }

    private static void Measure(OurSide ours, JavaSide? java, RaceSet set, int number, RaceMode mode, int rounds)
    {
        var ourLane = new Lane((threads, passes) => ours.RunThreads(set, mode, threads, passes), set.Queries.Count);
        Lane? javaLane = java is null ? null : new Lane((threads, passes) => java.RunThreads(number, mode, threads, passes), set.Queries.Count);
        for (int round = 0; round < rounds; round++)
        {
            ourLane.RunRound();
            javaLane?.RunRound();
        }

        Console.WriteLine($"| {set.Name} | {mode.ToString().ToLowerInvariant()} | {ourLane} | {javaLane?.ToString() ?? "| |"} |");
    }

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Spin()
    {
        ulong state = 1;
        for (int step = 0; step < SpinSteps; step++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        GC.KeepAlive(state);
    }

    /// <summary>One side with one set: how many queries it answers in a second on one thread, and on two with twice the work.</summary>
    private sealed class Lane
    {
        private readonly Func<int, int, double> _run;
        private readonly int _queries;
        private readonly int _passes = 1;
        private readonly List<double> _one = [];
        private readonly List<double> _two = [];

        public Lane(Func<int, int, double> run, int queries)
        {
            _run = run;
            _queries = queries;

            // The first pass is slow: code is compiled meanwhile. Then as many passes as fill the shortest time that is worth measuring.
            while (run(1, _passes) < MinSeconds)
            {
                _passes *= 2;
            }
        }

        public void RunRound()
        {
            _one.Add(_passes * _queries / _run(1, _passes));
            _two.Add(Threads * _passes * _queries / _run(Threads, Threads * _passes));
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{MedianOf(_one):F0} | {MedianOf(_two):F0} | {MedianOf(_two.Zip(_one, (two, one) => two / one)):F2}");
    }
}
