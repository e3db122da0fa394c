using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using SearchIndex.Benchmarks.Searching;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How fast are queries beside Apache Lucene 8.8.1? Both engines open the same index folder, written by ours and merged to one segment,
/// and answer the same queries in turns, one thread each. Counted: from the ready query object to the hits (to the passages in the modes
/// "page" and "tuned"); not counted: parsing. Both sides compute everything anew for each query; Lucene's query cache is off.
/// </summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var copies = new Option<int>("--copies") { Description = "how often each article is indexed", DefaultValueFactory = _ => 1 };
        var index = new Option<string?>("--index") { Description = "keep the index in this folder, and use it when it is there" };
        var seed = new Option<int>("--seed") { Description = "the seed of the queries", DefaultValueFactory = _ => 1 };
        var rounds = new Option<int>("--rounds") { Description = "how often each set runs on each side", DefaultValueFactory = _ => 15 };
        var warm = new Option<double>("--warm") { Description = "seconds before times are taken", DefaultValueFactory = _ => 30 };
        var only = new Option<string?>("--only") { Description = "only sets whose name begins so" };
        var alone = new Option<bool>("--alone") { Description = "without Java, to look for where our time goes" };
        var command = new Command("search", "time of queries, beside Apache Lucene") { archive, copies, index, seed, rounds, warm, only, alone };
        command.SetAction(parse => Run(
            parse.GetValue(archive)!,
            new Settings(
                parse.GetValue(copies),
                parse.GetValue(index),
                parse.GetValue(seed),
                parse.GetValue(rounds),
                parse.GetValue(warm),
                parse.GetValue(only),
                parse.GetValue(alone))));
        return command;
    }

    private static int Run(string archive, Settings settings)
    {
        bool races = !settings.Alone && Needs.JavaLucene is null;
        return BenchmarkIndex.Use(archive, settings.Copies, settings.Index, folder =>
        {
            Race(folder, settings, races);
            return races || settings.Alone ? 0 : 1;
        });
    }

    private static void Race(string folder, Settings settings, bool races)
    {
        using var ours = new OurSide(folder);
        RaceSet[] sets = [.. new QuerySampler(ours.Reader, settings.Seed).Sets()
            .Where(set => settings.Only is null || set.Name.StartsWith(settings.Only, StringComparison.Ordinal))];
        using JavaSide? java = races ? new JavaSide(folder, sets) : null;
        var race = new SearchRace(sets, ours, java);
        race.WarmUp(settings.WarmSeconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ours.Reader.NumDocs} documents, {ours.Reader.Leaves.Count} segment(s), {sets.Sum(set => set.Queries.Count)} queries, seed {settings.Seed}, {settings.Rounds} rounds; {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}"));
        Console.WriteLine();
        Console.Write(RaceTable.Of(race.Run(settings.Rounds), races));
    }

    private sealed record Settings(int Copies, string? Index, int Seed, int Rounds, double WarmSeconds, string? Only, bool Alone);
}
