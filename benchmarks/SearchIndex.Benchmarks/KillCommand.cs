using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SearchIndex.Cli.Tests;

namespace SearchIndex.Benchmarks;

/// <summary>
/// Does the index outlive <c>kill -9</c>? <c>searchindex update</c> runs as a process over an archive that changes at random and is killed at
/// random moments. After each kill: <c>verify</c> finds nothing corrupt, the last acknowledged state or the new one is there, whole, and an update
/// completes. The first failure ends the run and names the seed.
/// </summary>
internal static class KillCommand
{
    private const int Rows = 10;

    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = "how often to kill", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "decides the changes of the archive", DefaultValueFactory = _ => 1 };
        var command = new Command("kill", "kill updates at random moments and look at what is left") { kills, seed };
        command.SetAction(async (parse, _) => await RunAsync(parse.GetValue(kills), parse.GetValue(seed)).ConfigureAwait(false));
        return command;
    }

    private static async Task<int> RunAsync(int kills, int seed)
    {
        string folder = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        long started = Stopwatch.GetTimestamp();
        var updates = new KilledUpdates(CommandLineProgram.Path, folder, seed);
        int done = 0;
        try
        {
            await updates.BeginAsync().ConfigureAwait(false);
            Console.WriteLine("kills\tended before\tkilled while writing\told state\tnew state\tseconds");
            while (done < kills)
            {
                await updates.KillOnceAsync().ConfigureAwait(false);
                done++;
                if (done % Math.Max(1, kills / Rows) == 0)
                {
                    Print(updates, done, started);
                }
            }

            Console.WriteLine($"all {kills} well: nothing corrupt, the acknowledged state or the new one, and the next update complete");
            return 0;
        }
        catch (InvalidOperationException problem)
        {
            Console.WriteLine($"FAILED at kill {done + 1} of seed {seed}, index kept in {folder}: {problem.Message}");
            folder = string.Empty;
            return 1;
        }
        finally
        {
            if (folder.Length > 0)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Print(KilledUpdates updates, int done, long started) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{done}\t{updates.EndedFirst}\t{updates.KilledWhileWriting}\t{updates.FoundOld}\t{updates.FoundNew}\t{Stopwatch.GetElapsedTime(started).TotalSeconds:F0}"));
}
