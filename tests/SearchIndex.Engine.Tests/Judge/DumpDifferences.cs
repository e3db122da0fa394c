namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Compares dumps in which each section is one line.</summary>
internal static class DumpDifferences
{
    private const int Shown = 20;

    /// <summary>Lists the lines that only one of two dumps has.</summary>
    public static IEnumerable<string> Of(string name, IReadOnlyList<string> java, IReadOnlyList<string> ours)
    {
        IEnumerable<string> missing = java.Except(ours).Select(line => $"{name}: Java {line}");
        return missing.Concat(ours.Except(java).Select(line => $"{name}: ours {line}"));
    }

    /// <summary>Fails when there are differences, and shows the first.</summary>
    public static void AssertNone(IReadOnlyCollection<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} lines differ:\n{string.Join('\n', differences.Take(Shown))}");
}
