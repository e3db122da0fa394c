using System.Globalization;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>What a run of <c>wrk</c> counted.</summary>
/// <param name="Requests">Requests answered.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="MedianMs">Milliseconds that half of the answers took at most.</param>
/// <param name="Percentile99Ms">Milliseconds that 99 of 100 took at most.</param>
/// <param name="SocketErrors">Connections that failed, and answers that did not come in time.</param>
/// <param name="Statuses">Answers by status; for the bare service only those of 400 and more, all as 400.</param>
internal sealed record WrkResult(
    long Requests, double Seconds, double MedianMs, double Percentile99Ms, long SocketErrors, IReadOnlyDictionary<int, long> Statuses)
{
    private const int Refused = 503;
    private const int FirstError = 400;

    /// <summary>Gets the answers a second, refusals included.</summary>
    public double PerSecond => Requests / Seconds;

    /// <summary>Gets how many were refused because the service is busy.</summary>
    public long Refusals => Statuses.GetValueOrDefault(Refused);

    /// <summary>Gets the answers a second without refusals.</summary>
    public double AcceptedPerSecond => (Requests - Refusals) / Seconds;

    /// <summary>Gets how many went wrong, refusals apart.</summary>
    public long Errors => SocketErrors + Statuses.Where(entry => entry.Key >= FirstError && entry.Key != Refused).Sum(entry => entry.Value);

    /// <summary>Gets the errors by their kind, or 0.</summary>
    public string ErrorsText => Errors == 0 ? "0" : string.Join(", ", KindsOfErrors());

    private IEnumerable<string> KindsOfErrors()
    {
        foreach ((int status, long count) in Statuses.Where(entry => entry.Key >= FirstError && entry.Key != Refused).OrderBy(entry => entry.Key))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} × {status}");
        }

        if (SocketErrors > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{SocketErrors} × no answer");
        }
    }
}
