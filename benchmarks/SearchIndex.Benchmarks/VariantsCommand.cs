using System.CommandLine;
using SearchIndex.Benchmarks.Variants;
using SearchIndex.News;
using SearchIndex.News.Query;
using SearchIndex.Testing;

namespace SearchIndex.Benchmarks;

/// <summary>
/// What do regional variants find, and what do they find that is not meant? For the pairs of forms in <c>benchmarks/variants/pairs.tsv</c>, the
/// articles that hold one form (by a look through all texts) beside those that the search for the other finds, with variants and without.
/// For the places in <c>benchmarks/variants/ambiguous.tsv</c>, which were judged by eye, how many of those found are meant. Left out: speed.
/// </summary>
internal static class VariantsCommand
{
    private const int SampleSeed = 20261121;

    public static Command Create()
    {
        var archives = new Argument<string[]>("archive") { Description = "one or more .tar.gz of articles", Arity = ArgumentArity.OneOrMore };
        var index = new Option<string?>("--index") { Description = "where the index lies and stays; built if it is not there" };
        var sample = new Option<int>("--sample") { Description = "instead of measuring, draw so many places of ambiguous forms, to be judged by eye" };
        var command = new Command("variants", "what regional variants find, and what they should not") { archives, index, sample };
        command.SetAction(async (parse, cancellation) =>
            await RunAsync(parse.GetValue(archives)!, parse.GetValue(index), parse.GetValue(sample), cancellation).ConfigureAwait(false));
        return command;
    }

    private static async Task<int> RunAsync(string[] archives, string? keptIndex, int sample, CancellationToken cancellation)
    {
        string index = keptIndex ?? Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            if (!Directory.Exists(index) || Directory.GetFiles(index, "segments_*").Length == 0)
            {
                await BuildAsync(archives, index, cancellation).ConfigureAwait(false);
            }

            IReadOnlyList<CorpusArticle> articles = CorpusArticle.ReadAll(index);
            if (sample > 0)
            {
                new VariantSample(articles, SampleSeed).Print(sample);
                return 0;
            }

            Console.WriteLine($"{articles.Count} articles\n");
            using NewsSearcher searcher = NewsSearcher.Open(index);
            bool isGood = new VariantRecall(searcher, articles)
                .Run(TsvLines.Read(RepositoryFolder.At("benchmarks", "variants", "pairs.tsv")).Select(cells => (cells[0], cells[1])));
            Console.WriteLine();
            bool isWhole = new VariantPrecision(searcher, articles)
                .Run(VariantCase.ReadAll(RepositoryFolder.At("benchmarks", "variants", "ambiguous.tsv")));
            return isGood && isWhole ? 0 : 1;
        }
        finally
        {
            if (keptIndex is null)
            {
                Directory.Delete(index, recursive: true);
            }
        }
    }

    private static async Task BuildAsync(string[] archives, string index, CancellationToken cancellation)
    {
        string[] folders = [.. archives.Select(TarArchive.Unpack)];
        try
        {
            await NewsIndexer.RebuildAsync(folders, index, new RebuildOptions(), null, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (string folder in folders)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
