using System.CommandLine;
using SearchIndex.Benchmarks.Loading;

namespace SearchIndex.Benchmarks;

/// <summary>
/// What does the service hold out? <c>wrk</c> asks <c>searchindex serve</c> questions over 2 to 256 connections, in turns with a bare
/// service that sends an answer of the same size; then memory is watched, and the index rebuilt beside the searches. Client and services
/// share the processors. Fails when there are errors (refusals of a busy service are none), and when a bound is missed.
/// </summary>
internal static class LoadCommand
{
    private const int ShortWatchSeconds = 30;
    private const int LongWatchSeconds = 600;

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var files = new Option<int?>("--files") { Description = "how many files to make of it; those that it has by default" };
        var seconds = new Option<int>("--seconds") { Description = "how long each run takes", DefaultValueFactory = _ => 30 };
        var isLong = new Option<bool>("--long") { Description = "watch the memory for ten minutes, and judge it" };
        var command = new Command("load", "throughput, times, refusals and memory of the service under load, beside a bare one") { archive, files, seconds, isLong };
        command.SetAction((parse, _) => RunAsync(
            parse.GetValue(archive)!,
            parse.GetValue(files),
            parse.GetValue(seconds),
            parse.GetValue(isLong) ? LongWatchSeconds : ShortWatchSeconds));
        return command;
    }

    private static async Task<int> RunAsync(string archive, int? files, int seconds, int watchSeconds)
    {
        if (Wrk.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing).ConfigureAwait(false);
            return 1;
        }

        string work = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            var verdict = new LoadVerdict();
            var scene = LoadScene.Build(Articles(archive, files, work), work);
            await new ThroughputLoad(scene, seconds, verdict).RunAsync().ConfigureAwait(false);

            using ServedProcess service = scene.Serve();
            await scene.Client.RunAsync(service, MemoryLoad.Connections, seconds).ConfigureAwait(false); // Warms it up.
            await new MemoryLoad(scene, watchSeconds, verdict).RunAsync(service).ConfigureAwait(false);
            await new RebuildLoad(scene, seconds, verdict).RunAsync(service).ConfigureAwait(false);
            return verdict.IsGood ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Everything lies in one folder, so that nothing is left when that is removed.</summary>
    private static string Articles(string archive, int? files, string work)
    {
        string articles = archive;
        if (File.Exists(archive))
        {
            articles = Path.Combine(work, "unpacked");
            Directory.Move(TarArchive.Unpack(archive), articles);
        }

        if (files is not { } count)
        {
            return articles;
        }

        string many = Path.Combine(work, "archive");
        LargeArchive.Write(articles, many, count);
        return many;
    }
}
