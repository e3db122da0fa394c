using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.Benchmarks.Tuning;

/// <summary>
/// What is each kind of evidence worth, and how much should it count? The weights are fitted to the questions, every set counting the same; each
/// row is what they reach on questions they were not fitted to: five folds, where questions about one passage are in one fold.
/// </summary>
internal static class SecondLook
{
    private const int Folds = 5;

    private static readonly string[] Kinds = ["first score", "closeness", "passage", "sentence", "subject", "word", "shortness"];

    /// <summary>Prints MRR@10 by set, held out, and the fitted weights.</summary>
    public static void Print(DirectoryReader reader, KitQuestion[] questions)
    {
        RankingWeights service = RankingWeights.Default;
        bool[] all = [.. Kinds.Select(_ => true)];
        Console.WriteLine(SetMeans.Header("second look, five folds"));
        FoundEvidence[] found = Collect(reader, service, questions);
        Row("all kinds", found, all);
        for (int kind = 1; kind < Kinds.Length; kind++)
        {
            int left = kind;
            Row($"without {Kinds[kind]}", found, [.. all.Select((_, index) => index != left)]);
        }

        foreach (int window in (int[])[12, 30])
        {
            Row($"closeness within {window}", Collect(reader, service with { ClosenessWindow = window }, questions), all);
        }

        foreach (int window in (int[])[80, 300])
        {
            Row($"passages of {window}", Collect(reader, service with { PassageWindow = window }, questions), all);
        }

        foreach (int hits in (int[])[10, 30])
        {
            Row($"{hits} hits read", Collect(reader, service with { RerankedHits = hits }, questions), all);
        }

        PrintWeights(found, service, all);

        void Row(string name, FoundEvidence[] evidence, bool[] used) =>
            Console.WriteLine(SetMeans.Row(name, questions, HeldOut(evidence, used)));
    }

    private static FoundEvidence[] Collect(DirectoryReader reader, RankingWeights weights, KitQuestion[] questions)
    {
        var ranking = new QuestionRanking(reader, weights);
        var found = new FoundEvidence[questions.Length];
        Parallel.For(0, questions.Length, index => found[index] = ranking.EvidenceOf(questions[index]));
        return found;
    }

    /// <summary>Returns the reciprocal rank of each question under weights that were fitted to questions about other passages.</summary>
    private static double[] HeldOut(FoundEvidence[] found, bool[] used)
    {
        double[][] weights = new double[Folds][];
        Parallel.For(0, Folds, fold => weights[fold] = Fit([.. found.Where(sample => FoldOf(sample) != fold)], used));
        return [.. found.Select(sample => sample.ReciprocalRank(weights[FoldOf(sample)], QuestionRanking.Places))];
    }

    private static double[] Fit(FoundEvidence[] samples, bool[] used)
    {
        var counts = samples.CountBy(sample => sample.Question.Set).ToDictionary();
        return ConditionalLogit.Fit(samples, sample => 1.0 / counts[sample.Question.Set], used);
    }

    private static int FoldOf(FoundEvidence sample) => sample.Question.Answer % Folds;

    private static void PrintWeights(FoundEvidence[] found, RankingWeights service, bool[] all)
    {
        double[] fitted = Fit(found, all);
        double[] shipped = [1, .. ShippedWeights(service)];
        Console.WriteLine("\nweights\tfitted to all questions\tof the service");
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kinds[kind]}\t{fitted[kind]:F3}\t{shipped[kind]}"));
        }

        KitQuestion[] questions = [.. found.Select(sample => sample.Question)];
        Console.WriteLine("\n" + SetMeans.Header("not held out"));
        Console.WriteLine(SetMeans.Row("fitted", questions, [.. found.Select(sample => sample.ReciprocalRank(fitted, QuestionRanking.Places))]));
        Console.WriteLine(SetMeans.Row("of the service", questions, [.. found.Select(sample => sample.ReciprocalRank(shipped, QuestionRanking.Places))]));
    }

    private static IEnumerable<double> ShippedWeights(RankingWeights service) => service.Evidence is { } weights
        ? [weights.Closeness, weights.Passage, weights.Sentence, weights.Subject, weights.Word, weights.Shortness]
        : throw new InvalidOperationException("the service has no weights of evidence");
}
