using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How fast is indexing beside Apache Lucene 8.8.1? The same articles, already read from their files, are indexed with the same fields,
/// folds and tokens by both, each in a process of its own, in turns on the same machine, on one thread and on all processors. Counted:
/// seconds from the first line read to the end of the commit, and peak memory; the index size once merged to one segment, in runs of their
/// own. Reading files is measured apart, by a whole rebuild. In a small archive the compiler of .NET, which works beside the one thread, weighs
/// heavily: with more copies two threads come nearer to twice the speed of one.
/// </summary>
internal static class IndexingCommand
{
    private const int BufferMegabytes = 256;

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var rounds = new Option<int>("--rounds") { Description = "how often each side runs", DefaultValueFactory = _ => 3 };
        var copies = new Option<int>("--copies") { Description = "how often each article is indexed in the race", DefaultValueFactory = _ => 1 };
        var work = new Option<string?>("--work") { Description = "an empty folder to work in, which is kept; else a temporary one" };
        var command = new Command("indexing", "time and memory of indexing, beside Apache Lucene") { archive, rounds, copies, work };
        command.SetAction(async (parse, cancellation) =>
            await RunAsync(
                parse.GetValue(archive)!, parse.GetValue(rounds), parse.GetValue(copies), parse.GetValue(work), cancellation).ConfigureAwait(false));
        return command;
    }

    private static async Task<int> RunAsync(string archive, int rounds, int copies, string? keptWork, CancellationToken cancellation)
    {
        bool packed = File.Exists(archive);
        string articles = packed ? TarArchive.Unpack(archive) : archive;
        string work = keptWork ?? Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        Directory.CreateDirectory(work);
        try
        {
            await MeasureRebuildAsync(articles, Path.Combine(work, "rebuild"), cancellation).ConfigureAwait(false);
            if (Needs.JavaLucene is { } reason)
            {
                Console.WriteLine($"no race: {reason}");
                return 1;
            }

            Race(articles, work, rounds, copies);
            return 0;
        }
        finally
        {
            if (keptWork is null)
            {
                Directory.Delete(work, recursive: true);
            }

            if (packed)
            {
                Directory.Delete(articles, recursive: true);
            }
        }
    }

    private static async Task MeasureRebuildAsync(string articles, string indexFolder, CancellationToken cancellation)
    {
        IngestReport report = await NewsIndexer.RebuildAsync([articles], indexFolder, new RebuildOptions(), null, cancellation).ConfigureAwait(false);
        double megabytes = report.BytesRead / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"rebuild from files: {report.FilesRead} files, {megabytes:F1} MB, {report.Indexed} articles, {report.Copies} copies, {report.Problems.Count} problems, {report.Elapsed.TotalSeconds:F1} s, {megabytes / report.Elapsed.TotalSeconds:F2} MB/s, peak {ProcessMemory.PeakMegabytes()} MB"));
    }

    private static void Race(string articles, string work, int rounds, int copies)
    {
        string tsv = Path.Combine(work, "articles.tsv");
        int count = copies * ArticleTsv.Write([articles], tsv);
        ArticleTsv.AddCopies(tsv, copies);
        string characters = Path.Combine(work, "characters.bin");
        CharacterTable.Write(characters);
        Console.WriteLine($"articles as lines: {count}, {new FileInfo(tsv).Length / 1_000_000} MB");
        int[] threadCounts = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];
        var secondsByThreads = new Dictionary<int, double>();
        foreach (int threads in threadCounts)
        {
            var ours = new List<Measured>();
            var java = new List<Measured>();
            for (int round = 1; round <= rounds; round++)
            {
                ours.Add(RunOurs(tsv, Path.Combine(work, $"ours-{threads}-{round}"), threads, merge: false));
                java.Add(RunJava(tsv, characters, Path.Combine(work, $"java-{threads}-{round}"), threads, merge: false));
                Console.WriteLine($"{threads} threads, round {round}\tSearchIndex {ours[^1]}\tJava {java[^1]}");
            }

            Measured ourMedian = Median(ours), javaMedian = Median(java);
            secondsByThreads[threads] = ourMedian.Seconds;
            Console.WriteLine($"{threads} threads, median\tSearchIndex {ourMedian}\tJava {javaMedian}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{threads} threads, ratio (ours / Java)\ttime {ourMedian.Seconds / javaMedian.Seconds:F2}\tpeak memory {(double)ourMedian.PeakMegabytes / javaMedian.PeakMegabytes:F2}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{threadCounts[^1]} threads against 1, SearchIndex\t{secondsByThreads[1] / secondsByThreads[threadCounts[^1]]:F2}"));
        Measured ourMerged = RunOurs(tsv, Path.Combine(work, "ours-merged"), threadCounts[^1], merge: true);
        Measured javaMerged = RunJava(tsv, characters, Path.Combine(work, "java-merged"), threadCounts[^1], merge: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"merged to one segment\tSearchIndex {ourMerged.IndexBytes / 1e6:F1} MB\tJava {javaMerged.IndexBytes / 1e6:F1} MB\tratio {(double)ourMerged.IndexBytes / javaMerged.IndexBytes:F2}"));
    }

    private static Measured RunOurs(string tsv, string indexFolder, int threads, bool merge)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "SearchIndex.Benchmarks.dll");
        string[] arguments = [program, "index-tsv", tsv, indexFolder, Text(threads), Text(BufferMegabytes), .. merge ? ["--merge"] : Array.Empty<string>()];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(output) : throw new InvalidOperationException($"index-tsv ended with {process.ExitCode}: {output}");
    }

    private static Measured RunJava(string tsv, string characters, string indexFolder, int threads, bool merge)
    {
        string[] arguments = [tsv, characters, indexFolder, Text(threads), Text(BufferMegabytes), .. merge ? ["forceMerge"] : Array.Empty<string>()];
        JudgeResult result = JavaLuceneJudge.RunProgram("BuildNewsIndex", arguments);
        return result.ExitCode == 0 ? Parse(result.StandardOutput) : throw new InvalidOperationException(result.Output);
    }

    private static Measured Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return new Measured(
            root.GetProperty("seconds").GetDouble(),
            root.GetProperty("mbPerSecond").GetDouble(),
            (long)root.GetProperty("peakRssMb").GetDouble(),
            root.GetProperty("indexBytes").GetInt64());
    }

    private static Measured Median(List<Measured> runs) => runs.OrderBy(run => run.Seconds).ElementAt(runs.Count / 2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Measured(double Seconds, double MegabytesPerSecond, long PeakMegabytes, long IndexBytes)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Seconds:F1} s, {MegabytesPerSecond:F2} MB/s, peak {PeakMegabytes} MB, index {IndexBytes / 1e6:F1} MB");
    }
}
