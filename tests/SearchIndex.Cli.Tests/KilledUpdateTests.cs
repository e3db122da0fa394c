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
        var updates = new KilledUpdates(BuiltProgram.Assembly, folder.Path, Seed);
        await updates.BeginAsync();

        for (int kill = 0; kill < Kills; kill++)
        {
            await updates.KillOnceAsync();
        }

        Assert.Equal(Kills, updates.EndedFirst + updates.FoundOld + updates.FoundNew);
    }
}
