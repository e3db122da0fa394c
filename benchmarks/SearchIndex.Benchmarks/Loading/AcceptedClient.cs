using System.Diagnostics;
using System.Net;
using SearchIndex.Benchmarks.Suggesting;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>
/// A few more readers beside the load: each asks one question after the other, and takes the times of those that were answered. <c>wrk</c>
/// cannot tell their times from those of refusals.
/// </summary>
internal static class AcceptedClient
{
    /// <summary>Few against the load, and enough for a hundredth of their answers to be some.</summary>
    private const int Readers = 8;

    /// <summary>Asks until a run of the load has ended; returns its result and the times of the answers with 200.</summary>
    public static async Task<(WrkResult Load, Latencies Accepted)> AskDuringAsync(ServedProcess service, IReadOnlyList<string> paths, Task<WrkResult> load)
    {
        List<TimeSpan>[] times = await Task.WhenAll(
            Enumerable.Range(0, Readers).Select(reader => ReadAsync(service, paths, reader * paths.Count / Readers, load))).ConfigureAwait(false);
        return (await load.ConfigureAwait(false), new Latencies(times.SelectMany(some => some)));
    }

    private static async Task<List<TimeSpan>> ReadAsync(ServedProcess service, IReadOnlyList<string> paths, int first, Task load)
    {
        var times = new List<TimeSpan>();
        for (int next = first; !load.IsCompleted; next++)
        {
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await service.Client.GetAsync(new Uri(paths[next % paths.Count], UriKind.Relative)).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                times.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        return times;
    }
}
