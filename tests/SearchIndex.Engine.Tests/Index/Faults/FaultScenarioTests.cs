using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace SearchIndex.Engine.Tests.Index.Faults;

/// <summary>
/// Runs <see cref="FaultScenario"/> for many seeds. <c>SEARCHINDEX_FAULT_SCENARIOS</c> sets how many, <c>SEARCHINDEX_FAULT_SEED</c> the
/// first: <c>SEARCHINDEX_FAULT_SCENARIOS=1000000 dotnet test tests/SearchIndex.Engine.Tests --filter FaultScenario</c>.
/// </summary>
public sealed class FaultScenarioTests(ITestOutputHelper output)
{
    private const int InContinuousIntegration = 5_000;
    private const int MostFailuresShown = 20;

    [Fact]
    public void Run_ManySeeds_KeepsEveryPromise()
    {
        int count = FromEnvironment("SEARCHINDEX_FAULT_SCENARIOS", InContinuousIntegration);
        int first = FromEnvironment("SEARCHINDEX_FAULT_SEED", 1);
        var failures = new ConcurrentQueue<string>();
        int faults = 0, crashes = 0, commits = 0;
        Parallel.For(first, first + count, seed =>
        {
            using var scenario = new FaultScenario(seed);
            try
            {
                scenario.Run();
            }
            catch (Exception problem)
            {
                failures.Enqueue($"seed {seed}: {problem}");
            }

            Interlocked.Add(ref faults, scenario.Faults);
            Interlocked.Add(ref crashes, scenario.Crashes);
            Interlocked.Add(ref commits, scenario.Commits);
        });

        output.WriteLine($"{count} scenarios: {commits} commits acknowledged, {faults} operations failed, {crashes} crashes, "
            + $"{failures.Count} promises broken");
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(MostFailuresShown)));
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
