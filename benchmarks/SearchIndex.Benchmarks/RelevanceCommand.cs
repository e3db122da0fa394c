using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How well does <c>match=any</c> rank? The kit's questions in both scripts, over its passages alone and with news articles as distractors
/// (title and the first 1,500 units of text). Counted: MRR@10, R@1 and R@10 over all questions, beside Apache Lucene's sum of a SmartCn and
/// a bigram field, and the targets with distractors. Left out: speed.
/// </summary>
internal static class RelevanceCommand
{
    private const string BaselineSystem = "fold+smartcn*1 & fold+bigram*1.0";
    private const double Tolerance = 0.003;
    private const string WithNews = "dev+news5000";
    private const int Depth = 10;

    /// <summary>The MRR@10 asked for among news articles.</summary>
    private static readonly Dictionary<string, double> Targets = new(StringComparer.Ordinal) { ["a"] = 0.972, ["b"] = 0.972, ["c"] = 0.988, ["d"] = 0.988 };

    public static Command Create()
    {
        var kitFolder = new Argument<string>("kit") { Description = "the folder of the retrieval kit" };
        var command = new Command("relevance", "MRR@10 of match=any on the retrieval kit, beside Apache Lucene's") { kitFolder };
        command.SetAction(parse => Run(parse.GetValue(kitFolder)!));
        return command;
    }

    private static int Run(string kitFolder)
    {
        var kit = new RetrievalKit(kitFolder);
        string news = TarArchive.Unpack(kit.NewsArchive);
        try
        {
            Console.WriteLine("corpus\tset\tn\tMRR@10\tR@1\tR@10\tLucene MRR@10\tdifference\ttarget");
            bool good = Measure(kit, "dev", []) & Measure(kit, WithNews, [news]);
            Console.WriteLine(good
                ? $"every set reaches its target, and Lucene's MRR@10 less {Tolerance.ToString(CultureInfo.InvariantCulture)}"
                : "a set falls short");
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(news, recursive: true);
        }
    }

    private static bool Measure(RetrievalKit kit, string corpus, IReadOnlyList<string> distractors)
    {
        string indexFolder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            KitIndex.Build(kit, distractors, indexFolder);
            using NewsSearcher searcher = NewsSearcher.Open(indexFolder);
            Dictionary<string, string> answers = kit.Answers();
            Dictionary<string, double> baseline = kit.Baseline($"{corpus} {BaselineSystem}");
            bool good = true;
            foreach (QuerySet set in RetrievalKit.Sets)
            {
                RankingScore score = Score(searcher, kit.Questions(set), answers);
                double difference = score.MeanReciprocalRank - baseline[set.Name];
                double target = corpus == WithNews ? Targets[set.Name] : 0;
                good &= difference >= -Tolerance && score.MeanReciprocalRank >= target;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{corpus}\t{set.Name}\t{score.Questions}\t{score.MeanReciprocalRank:F4}\t{score.RecallAt1:F4}\t{score.RecallAt10:F4}\t{baseline[set.Name]:F4}\t{difference:+0.0000;-0.0000}\t{(target > 0 ? target : "")}"));
            }

            return good;
        }
        finally
        {
            Directory.Delete(indexFolder, recursive: true);
        }
    }

    private static RankingScore Score(NewsSearcher searcher, IEnumerable<(string Id, string Text)> questions, Dictionary<string, string> answers)
    {
        var score = new RankingScore();
        foreach ((string id, string text) in questions)
        {
            SearchPage page = searcher.Search(new SearchRequest { Query = text, Match = MatchMode.Any, Size = Depth, Collapse = false, Variants = false });
            score.Add(page.Hits.Select(hit => hit.Id).ToList().IndexOf(answers[id]));
        }

        return score;
    }
}
