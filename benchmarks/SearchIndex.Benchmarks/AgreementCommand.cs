using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Tests.Query.BruteForce;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Is everything found, and counted right? Random questions with filters over an archive: totals, exports, pages to the last one, versions and
/// facets are compared with a program that reads every article. Prints counts and what differs; the exit code is 1 when something does.
/// </summary>
internal static class AgreementCommand
{
    private const int DefaultQuestions = 200;
    private const int DefaultSeed = 1;
    private const int ProblemsShown = 20;

    public static Command Create()
    {
        var archive = new Argument<string>("ARCHIVE") { Description = "A folder of article files, or a .tar.gz of one." };
        var questions = new Option<int>("--questions") { Description = "How many questions are asked.", DefaultValueFactory = _ => DefaultQuestions };
        var seed = new Option<int>("--seed") { Description = "The seed of the questions.", DefaultValueFactory = _ => DefaultSeed };
        var command = new Command("agreement", "Compare answers with a program that reads every article.") { archive, questions, seed };
        command.SetAction(parse => UnpackedArchive.Use(
            parse.GetRequiredValue(archive), (folder, index) => Run(folder, index, parse.GetValue(questions), parse.GetValue(seed))));
        return command;
    }

    private static int Run(string folder, string index, int questions, int seed)
    {
        PlainArticle[] articles = PlainArticle.ReadAll(folder);
        using NewsSearcher searcher = NewsSearcher.Open(index);
        var check = new BruteForceCheck(articles, searcher, new VersionGroups(index), seed);
        check.Run(questions, maxWalked: articles.Length);
        Console.WriteLine($"articles\t{articles.Length}");
        Console.WriteLine($"questions\t{questions}\tarticles found\t{check.Found}");
        Console.WriteLine($"pages\t{check.Pages}\tbehind a cursor\t{check.CursorPages}");
        Console.WriteLine($"counts of facets\t{check.FacetCounts}");
        Console.WriteLine($"differences\t{check.Problems.Count}");
        foreach (string problem in check.Problems.Take(ProblemsShown))
        {
            Console.WriteLine(problem);
        }

        return check.Problems.Count == 0 ? 0 : 1;
    }
}
