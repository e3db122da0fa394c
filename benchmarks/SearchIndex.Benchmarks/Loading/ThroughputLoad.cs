using System.Globalization;
using SearchIndex.Benchmarks.Suggesting;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>
/// Requests a second and times at several numbers of connections, in turns with the bare service. With the last number more come at once
/// than the service takes: it is to refuse some and to go on with the others. Then it is started again so that it takes them all.
/// </summary>
internal sealed class ThroughputLoad(LoadScene scene, int seconds, LoadVerdict verdict)
{
    private const int WarmConnections = 16;

    /// <summary>As many as the service lets work at once by default, so that none is refused.</summary>
    private const int FullConnections = 64;
    private const int OverloadConnections = 256;

    /// <summary>The least share of the full service's answers that are to be left with too many connections.</summary>
    private const double MinOverloadShare = 0.5;

    /// <summary>Twice as many are taken at once, half of them waiting; the refusals cost time as well.</summary>
    private const double MaxOverloadDelay = 4;

    private static readonly int[] Connections = [2, WarmConnections, FullConnections];

    /// <summary>Prints the table and what of it holds.</summary>
    public async Task RunAsync()
    {
        WrkResult full = null!;
        WrkResult overload;
        Latencies accepted;
        using (ServedProcess service = scene.Serve())
        using (ServedProcess bare = await scene.ServeBareAsync(service).ConfigureAwait(false))
        {
            await scene.Client.RunAsync(service, WarmConnections, seconds).ConfigureAwait(false);
            await scene.Client.RunAsync(bare, WarmConnections, seconds, countsStatuses: false).ConfigureAwait(false);
            PrintHead();
            foreach (int connections in Connections)
            {
                full = await RowAsync(connections, service, bare, () => scene.Client.RunAsync(service, connections, seconds)).ConfigureAwait(false);
            }

            (overload, accepted) = await OverloadAsync(service, bare).ConfigureAwait(false);
        }

        WrkResult all = await TakeAllAsync().ConfigureAwait(false);
        Console.WriteLine();
        JudgeOverload(full, overload, accepted);
        verdict.Judge($"with --max-concurrent {OverloadConnections} nothing is refused", all.Refusals == 0);
    }

    private static void PrintHead()
    {
        Console.WriteLine();
        Console.WriteLine("| connections | bare/s | p50 ms | p99 ms | errors | ours/s | share | p50 ms | p99 ms | 503 | errors | ms of processor each | KB allocated each | time in GC |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    private async Task<(WrkResult Load, Latencies Accepted)> OverloadAsync(ServedProcess service, ServedProcess bare)
    {
        Latencies accepted = null!;
        WrkResult result = await RowAsync(OverloadConnections, service, bare, async () =>
        {
            Task<WrkResult> load = scene.Client.RunAsync(service, OverloadConnections, seconds);
            (WrkResult counted, accepted) = await AcceptedClient.AskDuringAsync(service, scene.Paths, load).ConfigureAwait(false);
            return counted;
        }).ConfigureAwait(false);
        return (result, accepted);
    }

    private async Task<WrkResult> TakeAllAsync()
    {
        using ServedProcess service = scene.Serve("--max-concurrent", OverloadConnections.ToString(CultureInfo.InvariantCulture));
        using ServedProcess bare = await scene.ServeBareAsync(service).ConfigureAwait(false);
        await scene.Client.RunAsync(service, WarmConnections, seconds).ConfigureAwait(false);
        return await RowAsync(
            OverloadConnections, service, bare, () => scene.Client.RunAsync(service, OverloadConnections, seconds), ", all taken").ConfigureAwait(false);
    }

    private async Task<WrkResult> RowAsync(int connections, ServedProcess service, ServedProcess bare, Func<Task<WrkResult>> load, string note = "")
    {
        WrkResult theirs = await scene.Client.RunAsync(bare, connections, seconds, countsStatuses: false).ConfigureAwait(false);
        ServiceNumbers before = await ServiceNumbers.AskAsync(service).ConfigureAwait(false);
        WrkResult ours = await load().ConfigureAwait(false);
        ServiceNumbers after = await ServiceNumbers.AskAsync(service).ConfigureAwait(false);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {connections}{note} | {theirs.PerSecond:F0} | {theirs.MedianMs:F2} | {theirs.Percentile99Ms:F2} | {theirs.ErrorsText} | {ours.AcceptedPerSecond:F0} | {100 * ours.AcceptedPerSecond / theirs.PerSecond:F1} % | {ours.MedianMs:F1} | {ours.Percentile99Ms:F1} | {ours.Refusals} | {ours.ErrorsText} | {(after.ProcessorSeconds - before.ProcessorSeconds) * 1000 / ours.Requests:F2} | {(after.AllocatedKb - before.AllocatedKb) / ours.Requests:F0} | {100 * (after.PauseSeconds - before.PauseSeconds) / ours.Seconds:F1} % |"));
        if (ours.Errors > 0)
        {
            verdict.Judge($"no errors at {connections} connections{note}", holds: false);
        }

        return ours;
    }

    private void JudgeOverload(WrkResult full, WrkResult overload, Latencies accepted)
    {
        double share = overload.AcceptedPerSecond / full.AcceptedPerSecond;
        if (accepted.Count == 0)
        {
            verdict.Judge($"with {OverloadConnections} connections other readers get answers", holds: false);
            return;
        }

        double delay = accepted.Percentile99 / full.Percentile99Ms;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"other readers beside {OverloadConnections} connections: {accepted.Count} answers with 200, p50 {accepted.Median:F1} ms, p99 {accepted.Percentile99:F1} ms"));
        verdict.Judge(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{OverloadConnections} connections leave {100 * share:F0} % of the answers of {FullConnections} (at least {100 * MinOverloadShare:F0} %)"),
            share >= MinOverloadShare);
        verdict.Judge(
            string.Create(
                CultureInfo.InvariantCulture, $"their p99 is {delay:F1} × that of {FullConnections} (at most {MaxOverloadDelay:F0} ×)"),
            delay <= MaxOverloadDelay);
    }
}
