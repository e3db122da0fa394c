using System.Diagnostics;
using System.Net;
using SearchIndex.Benchmarks.Suggesting;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>
/// One more reader beside the load: asks one question after the other, and takes the times of those that were answered. <c>wrk</c>
/// cannot tell their times from those of refusals.
/// </summary>
internal static class AcceptedClient
{
    /// <summary>Asks until a run of the load has ended; returns its result and the times of the answers with 200.</summary>
    public static async Task<(WrkResult Load, Latencies Accepted)> AskDuringAsync(ServedProcess service, IReadOnlyList<string> paths, Task<WrkResult> load)
    {
        var times = new List<TimeSpan>();
        for (int next = 0; !load.IsCompleted; next++)
        {
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await service.Client.GetAsync(new Uri(paths[next % paths.Count], UriKind.Relative)).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                times.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        return (await load.ConfigureAwait(false), new Latencies(times));
    }
}
