using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchIndex.Benchmarks.Suggesting;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How fast and how good are suggestions while typing and corrections? Beginnings of titles and names and the pinyin of names are typed; counted
/// are the time of each answer, the suggestions whose search finds nothing (there must be none), and how often the wanted text is among the first
/// ten. Names are misspelled by rule, and counted is how often what was meant is offered. Names are those of the retrieval kit when it is given
/// (none of them comes from our tables), else persons and places of the table of variants; each has three articles or more.
/// </summary>
internal static class SuggestCommand
{
    private const int Seed = 4;
    private const int Prefixes = 1_000;
    private const int Misspellings = 300;
    private const int Searchers = 3;

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var kit = new Option<string?>("--kit") { Description = "the folder of the retrieval kit, for its names" };
        var index = new Option<string?>("--index") { Description = "keep the index in this folder, and use it when it is there" };
        var command = new Command("suggest", "time and hit rate of suggestions while typing and of corrections") { archive, kit, index };
        command.SetAction(async (parse, cancellation) =>
        {
            string? kept = parse.GetValue(index);
            string folder = kept ?? Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
            try
            {
                await BuildAsync(parse.GetValue(archive)!, folder, cancellation).ConfigureAwait(false);
                return await RunAsync(folder, parse.GetValue(kit)).ConfigureAwait(false);
            }
            finally
            {
                if (kept is null)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        });
        return command;
    }

    private static async Task BuildAsync(string archive, string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.GetFiles(folder, "segments_*").Length > 0)
        {
            return;
        }

        bool isPacked = File.Exists(archive);
        string articles = isPacked ? TarArchive.Unpack(archive) : archive;
        await NewsIndexer.RebuildAsync([articles], folder, new RebuildOptions(), null, cancellation).ConfigureAwait(false);
        if (isPacked)
        {
            Directory.Delete(articles, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string folder, string? kit)
    {
        NewsSearcher[] searchers = [.. Enumerable.Range(0, Searchers).Select(_ => NewsSearcher.Open(folder))];
        foreach (NewsSearcher searcher in searchers)
        {
            searcher.Search(new SearchRequest { Query = "新闻" });
            long before = GC.GetTotalMemory(forceFullCollection: true);
            long started = Stopwatch.GetTimestamp();
            await searcher.PrepareSuggestionsAsync().ConfigureAwait(false);
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            double megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)(1 << 20);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"gathered in {seconds:F1} s, in {megabytes:F1} MB, from {searcher.Stats().Articles} articles"));
        }

        var texts = new SuggestTexts(searchers[0], kit, new Random(Seed));
        Console.WriteLine();
        int empty = new PrefixMeasurement(searchers).Print(texts.Prefixes(Prefixes));
        Console.WriteLine();
        int worse = new MisspellingMeasurement(searchers).Print(texts.Misspellings(Misspellings));
        Array.ForEach(searchers, searcher => searcher.Dispose());
        return empty + worse == 0 ? 0 : 1;
    }
}
