using System.Diagnostics.Metrics;
using System.Globalization;
using System.Threading.RateLimiting;
using SearchIndex.News.Query.Export;
using SearchIndex.Server.Observing;
using static SearchIndex.Server.Metrics.ServiceMeter;

namespace SearchIndex.Server.Metrics;

/// <summary>What is counted of requests. Safe for several threads.</summary>
internal sealed class RequestMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _times;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _searches;
    private readonly Counter<long> _partialSearches;
    private readonly Counter<long> _exports;
    private readonly Counter<long> _exportedArticles;
    private long _underWay;

    public RequestMetrics(ServiceMeter service)
    {
        _meter = service.Meter;
        _requests = _meter.CreateCounter<long>("searchindex.requests", "{request}", "Requests answered.");
        _times = service.CreateTimes(
            "searchindex.request.duration", "Time that requests took, waiting included.", 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);
        _refusals = _meter.CreateCounter<long>("searchindex.refusals", "{request}", "Requests refused because there are too many or they take too long.");
        _searches = _meter.CreateCounter<long>("searchindex.searches", "{search}", "Searches answered, by whether they found some articles or none.");
        _partialSearches = _meter.CreateCounter<long>("searchindex.searches.partial", "{search}", "Searches answered with what they had found when their time was over.");
        _exports = _meter.CreateCounter<long>("searchindex.exports", "{export}", "Exports that ended, whole or cut.");
        _exportedArticles = _meter.CreateCounter<long>("searchindex.exported.articles", "{article}", "Articles written to exports.");
        _meter.CreateObservableGauge(
            "searchindex.requests.under_way", () => Interlocked.Read(ref _underWay), "{request}", "Requests that came and are not answered yet, the one for this number included.");
    }

    /// <summary>Counts from nothing what may not happen for long, so that its first time is seen as a step.</summary>
    /// <param name="refusals">The codes of requests that are refused.</param>
    public void StartAtZero(params ReadOnlySpan<string> refusals)
    {
        foreach (string code in refusals)
        {
            _refusals.Add(0, Tag("code", code));
        }

        _exportedArticles.Add(0);
    }

    /// <summary>Tells how many requests work and wait for their turn.</summary>
    /// <param name="turns">What gives them their turns.</param>
    /// <param name="limit">How many may work at once.</param>
    public void Watch(RateLimiter turns, int limit)
    {
        _meter.CreateObservableGauge("searchindex.requests.working.limit", () => limit, "{request}", "Requests that may work at once.");
        _meter.CreateObservableGauge(
            "searchindex.requests.working", () => limit - (turns.GetStatistics()?.CurrentAvailablePermits ?? limit), "{request}", "Requests at work.");
        _meter.CreateObservableGauge(
            "searchindex.requests.waiting", () => turns.GetStatistics()?.CurrentQueuedCount ?? 0, "{request}", "Requests that wait for their turn.");
    }

    /// <summary>Notes that a request came.</summary>
    public void Begin() => Interlocked.Increment(ref _underWay);

    /// <summary>Counts a request that was answered.</summary>
    public void End(AnsweredRequest request)
    {
        Interlocked.Decrement(ref _underWay);
        string status = request.Status.ToString(CultureInfo.InvariantCulture);
        _requests.Add(1, Tags(request.Collection, Tag("method", request.Method), Tag("route", request.Route), Tag("status", status)));
        _times.Record(request.Took.TotalSeconds, Tags(request.Collection, Tag("route", request.Route)));
        if (request.Hits is { } hits)
        {
            _searches.Add(1, Tags(request.Collection, Tag("found", hits > 0 ? "some" : "none")));
            _partialSearches.Add(request.IsPartial ? 1 : 0, Tags(request.Collection));
        }
    }

    /// <summary>Counts a request that was refused.</summary>
    /// <param name="code">The code of its problem.</param>
    public void CountRefusal(string code) => _refusals.Add(1, Tag("code", code));

    /// <summary>Counts an export, and the articles in it, while it is written.</summary>
    /// <param name="articles">What is exported.</param>
    /// <param name="write">Writes it.</param>
    public async Task CountExportAsync(IEnumerable<ExportedArticle> articles, Func<IEnumerable<ExportedArticle>, Task> write)
    {
        string end = "cut";
        try
        {
            await write(articles.Select(Count));
            end = "whole";
        }
        finally
        {
            _exports.Add(1, Tag("end", end));
        }
    }

    private ExportedArticle Count(ExportedArticle article)
    {
        _exportedArticles.Add(1);
        return article;
    }
}
