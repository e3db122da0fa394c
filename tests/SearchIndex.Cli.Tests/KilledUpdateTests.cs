using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

public sealed class KilledUpdateTests
{
    private const int Kills = 20;

    /// <summary>Another archive on every run of the suite would find more; the moments differ in any case.</summary>
    private const int Seed = 20;

    [Fact]
    public async Task Update_KilledAtRandomMoments_LeavesTheOldIndexOrTheNew()
    {
        using var folder = new TemporaryFolder();
        var updates = new KilledUpdates(Program(), folder.Path, Seed);
        await updates.BeginAsync();

        for (int kill = 0; kill < Kills; kill++)
        {
            await updates.KillOnceAsync();
        }

        Assert.Equal(Kills, updates.EndedFirst + updates.FoundOld + updates.FoundNew);
    }

    /// <summary>The command line in the configuration that the tests were built in.</summary>
    private static string Program()
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return RepositoryFolder.At("artifacts", "bin", "SearchIndex.Cli", configuration, "searchindex.dll");
    }
}
