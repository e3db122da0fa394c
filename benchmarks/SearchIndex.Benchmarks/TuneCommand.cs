using System.CommandLine;
using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Which <see cref="RankingWeights"/> rank best? One weight after the other takes each of its values while the others stay at their best so
/// far, over the kit's passages with news as distractors. Printed: MRR@10 by set for all weights that were tried, and what the choice is worth
/// on questions it was not made on (five folds); then what stands before the answers that the weights of the service do not rank first.
/// Left out: speed.
/// </summary>
internal static class TuneCommand
{
    private const int Folds = 5;
    private const int Depth = 10;

    private static readonly (string Name, float[] Values, Func<RankingWeights, float, RankingWeights> With)[] Dimensions =
    [
        ("question words", [0f, 1f], (weights, value) => weights with { DropsQuestionWords = value > 0 }),
        ("closeness", [0f, 0.5f, 1f, 1.5f, 2f], (weights, value) => weights with { Closeness = value }),
        ("window", [20f, 30f, 45f], (weights, value) => weights with { ClosenessWindow = (int)value }),
        ("reranked", [10f, 20f, 30f], (weights, value) => weights with { RerankedHits = (int)value }),
        ("bigram", [0.3f, 0.5f, 0.7f, 1f], (weights, value) => weights with { Bigram = value }),
        ("trigram", [0f, 0.1f], (weights, value) => weights with { Trigram = value }),
        ("k1", [0.9f, 1.2f], (weights, value) => weights with { K1 = value }),
        ("b", [0.75f, 0.9f, 1f], (weights, value) => weights with { B = value }),
    ];

    public static Command Create()
    {
        var kitFolder = new Argument<string>("kit") { Description = "the folder of the retrieval kit" };
        var command = new Command("tune", "finds the weights of the ranking on the retrieval kit") { kitFolder };
        command.SetAction(parse => Run(parse.GetValue(kitFolder)!));
        return command;
    }

    private static int Run(string kitFolder)
    {
        var kit = new RetrievalKit(kitFolder);
        string news = TarArchive.Unpack(kit.NewsArchive);
        string indexFolder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            KitIndex.Build(kit, [news], indexFolder);
            Tune(kit, indexFolder);
            return 0;
        }
        finally
        {
            Directory.Delete(news, recursive: true);
            Directory.Delete(indexFolder, recursive: true);
        }
    }

    private static void Tune(RetrievalKit kit, string indexFolder)
    {
        using var directory = new FSDirectory(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        Dictionary<string, string> answers = kit.Answers();
        Dictionary<string, int> docs = DocsOfIds(reader);
        (string Set, string Text, int Answer)[] questions = [.. RetrievalKit.Sets
            .SelectMany(set => kit.Questions(set).Select(question => (set.Name, question.Text, docs[answers[question.Id]])))];
        var tried = new Dictionary<RankingWeights, double[]>();
        Console.WriteLine("k1\tb\ttrigram\tbigram\tdrops question words\tcloseness\twindow\treranked\t" + string.Join('\t', RetrievalKit.Sets.Select(set => set.Name)) + "\tmean of sets");
        RankingWeights best = RankingWeights.Default;
        Try(best);
        foreach ((_, float[] values, Func<RankingWeights, float, RankingWeights> with) in Dimensions)
        {
            foreach (float value in values)
            {
                Try(with(best, value));
            }

            best = tried.Keys.MaxBy(weights => MeanOfSets(tried[weights], questions, _ => true))!;
        }

        Console.WriteLine("best\t" + Show(best));
        Console.WriteLine("five folds, the weights of each chosen on the other four\t" + CrossValidate(tried, questions));

        new RankingMisses(reader, new QuestionRanking(reader, RankingWeights.Default)).Print(questions);

        void Try(RankingWeights weights)
        {
            if (!tried.ContainsKey(weights))
            {
                tried[weights] = Evaluate(reader, weights, questions);
                Console.WriteLine($"{Show(weights)}\t{Sets(tried[weights], questions, _ => true)}");
            }
        }
    }

    private static Dictionary<string, int> DocsOfIds(DirectoryReader reader)
    {
        var docs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            var article = new StoredArticle();
            reader.VisitDocument(doc, article);
            docs.Add(article.Id, doc);
        }

        return docs;
    }

    /// <summary>Returns the reciprocal rank of each question.</summary>
    private static double[] Evaluate(DirectoryReader reader, RankingWeights weights, (string Set, string Text, int Answer)[] questions)
    {
        var ranking = new QuestionRanking(reader, weights);
        var ranks = new double[questions.Length];
        Parallel.For(0, questions.Length, index =>
        {
            int place = ranking.Find(questions[index].Text).Take(Depth).ToList().IndexOf(questions[index].Answer);
            ranks[index] = place < 0 ? 0 : 1.0 / (place + 1);
        });
        return ranks;
    }

    private static string CrossValidate(Dictionary<RankingWeights, double[]> tried, (string Set, string Text, int Answer)[] questions)
    {
        var held = new double[questions.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int left = fold;
            RankingWeights chosen = tried.Keys.MaxBy(weights => MeanOfSets(tried[weights], questions, index => index % Folds != left))!;
            for (int index = fold; index < questions.Length; index += Folds)
            {
                held[index] = tried[chosen][index];
            }
        }

        return Sets(held, questions, _ => true);
    }

    private static double MeanOfSets(double[] ranks, (string Set, string Text, int Answer)[] questions, Func<int, bool> counts) =>
        RetrievalKit.Sets.Average(set => MeanOf(ranks, questions, set.Name, counts));

    private static double MeanOf(double[] ranks, (string Set, string Text, int Answer)[] questions, string set, Func<int, bool> counts) =>
        Enumerable.Range(0, ranks.Length).Where(index => questions[index].Set == set && counts(index)).Average(index => ranks[index]);

    private static string Sets(double[] ranks, (string Set, string Text, int Answer)[] questions, Func<int, bool> counts) =>
        string.Join('\t', RetrievalKit.Sets.Select(set => Number(MeanOf(ranks, questions, set.Name, counts)))
            .Append(Number(MeanOfSets(ranks, questions, counts))));

    private static string Show(RankingWeights weights) => string.Create(
        CultureInfo.InvariantCulture, $"{weights.K1}\t{weights.B}\t{weights.Trigram}\t{weights.Bigram}\t{weights.DropsQuestionWords}\t{weights.Closeness}\t{weights.ClosenessWindow}\t{weights.RerankedHits}");

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
