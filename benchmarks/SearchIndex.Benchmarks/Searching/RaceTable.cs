using System.Globalization;
using System.Text;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Writes the result of a race as a table of Markdown.</summary>
internal static class RaceTable
{
    private const double Median = 0.5;
    private const double Slowest = 0.99;

    /// <summary>Returns the table; a line "better" follows where a set was run both pruned and exact.</summary>
    public static string Of(IReadOnlyList<RaceLane> lanes, bool hasJava)
    {
        var table = new StringBuilder();
        table.AppendLine("| queries | mode | ours p50 µs | p99 | Java p50 µs | p99 | ratio p50 | p99 | same |");
        table.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (IGrouping<string, RaceLane> set in lanes.GroupBy(lane => lane.Set.Name))
        {
            foreach (RaceLane lane in set)
            {
                string same = !hasJava || !lane.IsComparable ? string.Empty : lane.Ours.Found == lane.Java.Found ? "yes" : "NO";
                AppendRow(table, set.Key, lane.Mode.ToString().ToLowerInvariant(), [lane], hasJava, same);
            }

            RaceLane[] top = [.. set.Where(lane => lane.Mode is RaceMode.Pruned or RaceMode.Exact)];
            AppendRow(table, set.Key, "better", top, hasJava, string.Empty);
        }

        return table.ToString();
    }

    private static void AppendRow(StringBuilder table, string set, string mode, IReadOnlyList<RaceLane> lanes, bool hasJava, string same)
    {
        double ours = lanes.Min(lane => lane.Ours.Percentile(Median));
        double oursSlow = lanes.Min(lane => lane.Ours.Percentile(Slowest));
        table.Append(CultureInfo.InvariantCulture, $"| {set} | {mode} | {ours:F1} | {oursSlow:F1} |");
        if (hasJava)
        {
            double java = lanes.Min(lane => lane.Java.Percentile(Median));
            double javaSlow = lanes.Min(lane => lane.Java.Percentile(Slowest));
            table.Append(CultureInfo.InvariantCulture, $" {java:F1} | {javaSlow:F1} | {ours / java:F2} | {oursSlow / javaSlow:F2} |");
        }
        else
        {
            table.Append(" | | | |");
        }

        table.AppendLine(CultureInfo.InvariantCulture, $" {same} |");
    }
}
