using System.CommandLine;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News;
using SearchIndex.News.Ingest;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Paging;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Is every article that holds a name found by it? The kit's 100 names over its 5,000 news files, each searched in Simplified and in
/// Traditional form. A file of the ground truth that is not found is listed with whether its readable text holds the name at all; a file
/// found beyond it with the text that matched.
/// </summary>
internal static class NamesCommand
{
    private const int ContextUnits = 12;

    public static Command Create()
    {
        var kitFolder = new Argument<string>("kit") { Description = "the folder of the retrieval kit" };
        var command = new Command("names", "recall and precision of names as phrases on the retrieval kit") { kitFolder };
        command.SetAction(async (parse, cancellation) => await RunAsync(parse.GetValue(kitFolder)!, cancellation).ConfigureAwait(false));
        return command;
    }

    private static async Task<int> RunAsync(string kitFolder, CancellationToken cancellation)
    {
        var kit = new RetrievalKit(kitFolder);
        string news = TarArchive.Unpack(kit.NewsArchive);
        string indexFolder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            // The ground truth names files below the folder that the archive holds.
            string root = Path.Combine(news, "news");
            await NewsIndexer.RebuildAsync([root], indexFolder, new RebuildOptions(), null, cancellation).ConfigureAwait(false);
            using NewsSearcher searcher = NewsSearcher.Open(indexFolder);
            return Compare(kit, searcher, root);
        }
        finally
        {
            Directory.Delete(indexFolder, recursive: true);
            Directory.Delete(news, recursive: true);
        }
    }

    private static int Compare(RetrievalKit kit, NewsSearcher searcher, string root)
    {
        ILookup<string, string> truth = kit.FilesOfNames();
        int wanted = 0, found = 0, missing = 0, beyond = 0, scriptDifferences = 0;
        foreach ((string name, string simplified, string traditional) in kit.Names())
        {
            Dictionary<string, SearchHit> hits = FilesFound(searcher, simplified);
            Dictionary<string, SearchHit> otherHits = FilesFound(searcher, traditional);
            scriptDifferences += hits.Keys.ToHashSet().SetEquals(otherHits.Keys) ? 0 : 1;
            HashSet<string> files = [.. truth[name]];
            wanted += files.Count;
            found += files.Count(hits.ContainsKey);
            foreach (string file in files.Where(file => !hits.ContainsKey(file)))
            {
                missing++;
                Console.WriteLine($"missing\t{name}\t{file}\t{WhyMissing(root, file, name)}");
            }

            foreach ((string file, SearchHit hit) in hits.Where(entry => !files.Contains(entry.Key)))
            {
                beyond++;
                Console.WriteLine($"beyond\t{name}\t{file}\t{MatchedText(searcher, hit, simplified)}");
            }
        }

        Console.WriteLine($"names\t{kit.Names().Count()}");
        Console.WriteLine($"name-file pairs\t{wanted}\tfound\t{found}\tmissing\t{missing}\tbeyond the ground truth\t{beyond}");
        Console.WriteLine($"names whose two forms find different files\t{scriptDifferences}");
        return 0;
    }

    private static Dictionary<string, SearchHit> FilesFound(NewsSearcher searcher, string name)
    {
        var files = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        var request = new SearchRequest { Query = $"\"{name}\"", Size = SearchRequest.MaxSize, Collapse = false, Variants = false };
        SearchCursor? after = null;
        do
        {
            SearchPage answer = searcher.Search(request with { After = after });
            foreach (SearchHit hit in answer.Hits)
            {
                foreach (string source in searcher.FindArticle(hit.Id)!.Sources)
                {
                    files[source] = hit;
                }
            }

            after = SearchCursor.TryParse(answer.Next);
        }
        while (after is not null);
        return files;
    }

    private static string WhyMissing(string root, string file, string name)
    {
        var source = new FileInfo(Path.Combine(root, file));
        ArticleReading reading = ArticleReader.ReadFile(new SourceFile(source.FullName, file, source.Length, source.LastWriteTimeUtc));
        if (reading.Article is not { } article)
        {
            return string.Join("; ", reading.Problems.Select(problem => problem.Reason));
        }

        string text = CharacterFold.Fold(article.Title + "\n" + string.Join('\n', article.Paragraphs));
        int place = text.IndexOf(name, StringComparison.Ordinal);
        return place >= 0 ? $"READABLE TEXT HOLDS IT: {Around(text, place, name.Length)}" : $"only in text left out: {LeftOut(source.FullName, name)}";
    }

    private static string LeftOut(string path, string name)
    {
        string raw = CharacterFold.Fold(File.ReadAllText(path));
        int place = raw.IndexOf(name, StringComparison.Ordinal);
        return place >= 0 ? Around(raw, place, name.Length) : "the name is broken up by markup or entities";
    }

    private static string MatchedText(NewsSearcher searcher, SearchHit hit, string name)
    {
        ArticleView article = searcher.FindArticle(hit.Id, $"\"{name}\"")!;
        if (article.TitleMarks.Count > 0)
        {
            TextRange mark = article.TitleMarks[0];
            return "title: " + Around(article.Title, mark.Start, mark.Length);
        }

        return article.BodyMarks.Count > 0 ? Around(article.Body, article.BodyMarks[0].Start, article.BodyMarks[0].Length) : "no mark";
    }

    private static string Around(string text, int start, int length)
    {
        int from = Math.Max(0, start - ContextUnits);
        int to = Math.Min(text.Length, start + length + ContextUnits);
        return text[from..to].ReplaceLineEndings("⏎");
    }
}
