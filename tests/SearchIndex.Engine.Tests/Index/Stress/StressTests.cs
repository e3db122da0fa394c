using System.Globalization;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Index.Stress;

/// <summary>
/// Runs <see cref="StressRun"/> for some seeds. <c>SEARCHINDEX_STRESS_RUNS</c> sets how many, <c>SEARCHINDEX_STRESS_SEED</c> the first,
/// <c>SEARCHINDEX_STRESS_OPERATIONS</c> how many changes each writing thread makes:
/// <c>SEARCHINDEX_STRESS_RUNS=1000 dotnet test tests/SearchIndex.Engine.Tests --filter StressTests</c>.
/// </summary>
public sealed class StressTests(ITestOutputHelper output)
{
    private const int RunsInContinuousIntegration = 6;
    private const int OperationsInContinuousIntegration = 400;

    [Fact]
    public void Run_SomeSeeds_EveryViewIsRight()
    {
        int runs = FromEnvironment("SEARCHINDEX_STRESS_RUNS", RunsInContinuousIntegration);
        int first = FromEnvironment("SEARCHINDEX_STRESS_SEED", 1);
        int operations = FromEnvironment("SEARCHINDEX_STRESS_OPERATIONS", OperationsInContinuousIntegration);
        int views = 0, commits = 0, merges = 0;
        for (int seed = first; seed < first + runs; seed++)
        {
            using var run = new StressRun(seed, operations);
            try
            {
                run.Run();
            }
            catch (Exception problem)
            {
                Assert.Fail($"seed {seed}: {problem}");
            }

            views += run.Views;
            commits += run.Commits;
            merges += run.Merges;
        }

        output.WriteLine($"{runs} runs: {views} views right, {commits} commits, merged segments in them {merges}");
        Assert.True(views > runs, $"only {views} views were compared");
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
