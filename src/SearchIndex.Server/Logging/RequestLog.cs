using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Language;
using SearchIndex.Server.Observing;

namespace SearchIndex.Server.Logging;

/// <summary>Logs requests, and slow queries, when it was asked for. What people look for gets into the log only when that was asked for as well.</summary>
internal sealed partial class RequestLog
{
    /// <summary>The category of the lines of requests.</summary>
    public const string Requests = "SearchIndex.Requests";

    /// <summary>The category of the lines of slow queries.</summary>
    public const string SlowQueries = "SearchIndex.SlowQueries";

    private readonly SearchServiceOptions _options;
    private readonly ILoggerFactory _logs;

    public RequestLog(SearchServiceOptions options, ILoggerFactory logs)
    {
        _options = options;
        _logs = logs;
    }

    /// <summary>Logs a request that was answered.</summary>
    public void Write(HttpContext context, AnsweredRequest request)
    {
        double took = Math.Round(request.Took.TotalMilliseconds, 1);
        if (_options.LogQueries && QueryOf(context) is { } query)
        {
            LogQuery(LogOf(Requests, request), request.Method, request.Route, request.Status, took, request.Trace, request.Hits, query);
        }
        else if (_options.LogRequests || _options.LogQueries)
        {
            LogRequest(LogOf(Requests, request), request.Method, request.Route, request.Status, took, request.Trace);
        }

        if (IsSlow(context, request) && QueryOf(context) is { } slow)
        {
            LogSlowQuery(LogOf(SlowQueries, request), took, request.Hits, request.Method, request.Route, request.Status, request.Trace, slow);
        }
    }

    /// <summary>As with other lines about an archive with a name, the category says which.</summary>
    private ILogger LogOf(string category, AnsweredRequest request) =>
        _logs.CreateLogger(request.Collection is null ? category : $"{category}.{request.Collection}");

    /// <summary>An export takes as long as its client reads, which says nothing of its query.</summary>
    private bool IsSlow(HttpContext context, AnsweredRequest request) =>
        _options.SlowQuery > TimeSpan.Zero
        && request.Took >= _options.SlowQuery
        && AnsweredRequest.EndpointOf(context)?.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null;

    /// <summary>Returns the query of a request as it was understood, on one line; null when there is none.</summary>
    private static string? QueryOf(HttpContext context) =>
        context.Request.Query["q"].ToString() is { Length: > 0 } query ? VisibleText.Escape(QueryParser.Parse(query).Root.ToString()) : null;

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms, trace {Trace}")]
    private static partial void LogRequest(ILogger log, string method, string route, int status, double milliseconds, string? trace);

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms, trace {Trace}, {Hits} hits, query {Query}")]
    private static partial void LogQuery(ILogger log, string method, string route, int status, double milliseconds, string? trace, int? hits, string query);

    [LoggerMessage(LogLevel.Warning, "slow query: {Milliseconds} ms, {Hits} hits, {Method} {Route} {Status}, trace {Trace}, query {Query}")]
    private static partial void LogSlowQuery(
        ILogger log, double milliseconds, int? hits, string method, string route, int status, string? trace, string query);
}
