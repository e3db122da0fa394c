using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Tests.Query.Highlights;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Are the right places marked? Random queries of every kind that can mark something, made from the articles of an archive, and the
/// articles that they find: each pair is compared with the marks of a program that reads the text, and the bytes of every title and
/// passage are read from the file. Prints counts and what is wrong; the exit code is 1 when something is.
/// </summary>
internal static class HighlightsCommand
{
    private const int DefaultPairs = 10_000;
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        var archive = new Argument<string>("ARCHIVE") { Description = "A folder of article files, or a .tar.gz of one." };
        var pairs = new Option<int>("--pairs") { Description = "How many pairs of a query and an article are compared.", DefaultValueFactory = _ => DefaultPairs };
        var seed = new Option<int>("--seed") { Description = "The seed of the queries.", DefaultValueFactory = _ => DefaultSeed };
        var command = new Command("highlights", "Compare marks and places in files with a program that reads the text.") { archive, pairs, seed };
        command.SetAction(parse => UnpackedArchive.Use(
            parse.GetRequiredValue(archive), (folder, index) => Run(folder, index, parse.GetValue(pairs), parse.GetValue(seed))));
        return command;
    }

    private static int Run(string folder, string index, int pairs, int seed)
    {
        using NewsSearcher searcher = NewsSearcher.Open(index);
        var check = new HighlightCheck(folder, searcher, seed);
        check.Run(pairs);
        Console.WriteLine($"articles\t{searcher.Stats().Articles}");
        Console.WriteLine($"queries\t{check.Queries}\tleft out\t{check.Skipped}");
        Console.WriteLine($"pairs of a query and an article\t{check.Pairs}\tmarks in the articles\t{check.Marks}");
        Console.WriteLine($"titles and passages read from their files\t{check.Ranges}\twithout a range\t{check.WithoutRange}");
        Console.WriteLine($"wrong\t{check.Problems.Count}");
        foreach (string problem in check.Problems)
        {
            Console.WriteLine(problem);
        }

        return check.Problems.Count == 0 ? 0 : 1;
    }
}
