using System.Globalization;

namespace SearchIndex.Benchmarks.Tuning;

/// <summary>Rows of a table: MRR@10 of each set of questions, and the mean of the sets.</summary>
internal static class SetMeans
{
    /// <summary>Returns the head of the table.</summary>
    public static string Header(string name) => string.Join('\t', [name, .. RetrievalKit.Sets.Select(set => set.Name), "mean of sets"]);

    /// <summary>Returns a row.</summary>
    /// <param name="name">What was ranked.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="ranks">Their reciprocal ranks.</param>
    public static string Row(string name, KitQuestion[] questions, double[] ranks)
    {
        double[] means = [.. RetrievalKit.Sets.Select(set => ranks.Where((_, index) => questions[index].Set == set.Name).Average())];
        return string.Join('\t', [name, .. means.Append(means.Average()).Select(mean => mean.ToString("F4", CultureInfo.InvariantCulture))]);
    }
}
