using System.CommandLine;
using System.Globalization;
using SearchIndex.Benchmarks.Analyzing;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How fast is analysis beside Apache Lucene 8.8.1? The same texts (title and body of each article), read beforehand, on one thread of each
/// side, in turns: SmartCn's words and bigrams alone, and the bigram field alone built to a committed index. Then where the time of our
/// SmartCn goes: each stage is run alone over what the stage before it made.
/// </summary>
internal static class AnalysisCommand
{
    private const double Mega = 1e6;
    private const double NanosPerSecond = 1e9;

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var rounds = new Option<int>("--rounds") { Description = "how often each side runs", DefaultValueFactory = _ => 5 };
        var work = new Option<string?>("--work") { Description = "a folder to work in, which is kept with the texts; else a temporary one" };
        var only = new Option<string?>("--only") { Description = "only the work of this name: words, bigrams or build" };
        var alone = new Option<bool>("--alone") { Description = "without Java, to look for where our time goes" };
        var command = new Command("analysis", "speed of analysis and of the bigram field alone, beside Apache Lucene") { archive, rounds, work, only, alone };
        command.SetAction(parse => Run(
            parse.GetValue(archive)!, parse.GetValue(work), parse.GetValue(rounds), parse.GetValue(only), parse.GetValue(alone)));
        return command;
    }

    private static int Run(string archive, string? keptWork, int rounds, string? only, bool alone)
    {
        string work = keptWork ?? Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            string file = TextFile.Ensure(archive, work);
            string[] texts = TextFile.Read(file);
            double megabytes = new FileInfo(file).Length / Mega;
            bool races = !alone && Needs.JavaLucene is null;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {megabytes:F1} MB"));
            Race(file, texts, megabytes, work, rounds, only, races);
            if (only is null or AnalysisWork.Words)
            {
                SmartCnProfile.Print(texts, megabytes, rounds);
            }

            return races || alone ? 0 : 1;
        }
        finally
        {
            if (keptWork is null)
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private static void Race(string file, string[] texts, double megabytes, string work, int rounds, string? only, bool races)
    {
        string characters = Path.Combine(work, "characters.bin");
        CharacterTable.Write(characters);
        using JavaPartner? java = races ? new JavaPartner("BenchAnalysis", file, characters, Path.Combine(work, "java")) : null;
        var ours = new AnalysisWork(texts, Path.Combine(work, "ours"));
        Console.WriteLine();
        Console.WriteLine("| work | ours MB/s | Java MB/s | ratio of times | same number of tokens |");
        Console.WriteLine("|---|---:|---:|---:|---|");
        foreach (string name in AnalysisWork.Names.Where(name => only is null || name == only))
        {
            var ourSeconds = new List<double>();
            var javaSeconds = new List<double>();
            bool same = true;

            // The first two rounds warm both sides up.
            for (int round = -2; round < rounds; round++)
            {
                (long tokens, double seconds) = ours.Run(name);
                long[] answer = java?.Ask(name) ?? [tokens, 0];
                same &= tokens == answer[0];
                if (round >= 0)
                {
                    ourSeconds.Add(seconds);
                    javaSeconds.Add(answer[1] / NanosPerSecond);
                }
            }

            double our = Median(ourSeconds), other = Median(javaSeconds);
            string javaCells = races
                ? string.Create(CultureInfo.InvariantCulture, $"{megabytes / other:F1} | {our / other:F2} | {(same ? "yes" : "NO")}")
                : "| |";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {megabytes / our:F1} | {javaCells} |"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
