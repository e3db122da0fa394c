using System.Globalization;
using SearchIndex.Engine.Index;
using SearchIndex.News.Query.Ranking;

namespace SearchIndex.Benchmarks.Tuning;

/// <summary>
/// What are the weights of the query worth? One after the other takes each of its values while the others stay as the service has them; without
/// a second look.
/// </summary>
internal static class FirstLook
{
    private static readonly (string Name, string[] Values, Func<RankingWeights, string, RankingWeights> With)[] Dimensions =
    [
        ("drops question words", ["no"], (weights, _) => weights with { DropsQuestionWords = false }),
        ("bigram", ["0.3", "0.7", "1"], (weights, value) => weights with { Bigram = Number(value) }),
        ("trigram", ["0.1"], (weights, value) => weights with { Trigram = Number(value) }),
        ("k1", ["0.6", "1.2"], (weights, value) => weights with { K1 = Number(value) }),
        ("b", ["0.75", "1"], (weights, value) => weights with { B = Number(value) }),
    ];

    /// <summary>Prints MRR@10 by set.</summary>
    public static void Print(DirectoryReader reader, KitQuestion[] questions)
    {
        RankingWeights service = RankingWeights.Default with { Evidence = null };
        Console.WriteLine(SetMeans.Header("first look alone"));
        Row("as the service has it", service);
        foreach ((string name, string[] values, Func<RankingWeights, string, RankingWeights> with) in Dimensions)
        {
            foreach (string value in values)
            {
                Row($"{name} {value}", with(service, value));
            }
        }

        void Row(string name, RankingWeights weights)
        {
            var ranking = new QuestionRanking(reader, weights);
            double[] ranks = new double[questions.Length];
            Parallel.For(0, questions.Length, index => ranks[index] = ranking.ReciprocalRank(questions[index]));
            Console.WriteLine(SetMeans.Row(name, questions, ranks));
        }
    }

    private static float Number(string value) => float.Parse(value, CultureInfo.InvariantCulture);
}
