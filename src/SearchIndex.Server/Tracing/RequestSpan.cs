using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Observing;

namespace SearchIndex.Server.Tracing;

/// <summary>The span of a request: ASP.NET Core begins it, also as part of the trace of a client that sends one; here it gets its names.</summary>
internal static class RequestSpan
{
    /// <summary>The name of the source of spans of requests.</summary>
    public const string SourceName = "Microsoft.AspNetCore";

    /// <summary>Names the span of a request that was answered. As in the log, neither address nor query are among it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isWorthKeeping">Whether the span is sent.</param>
    public static void End(AnsweredRequest request, bool isWorthKeeping)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span)
        {
            return;
        }

        if (!isWorthKeeping)
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        span.DisplayName = $"{request.Method} {request.Route}";
        span.SetTag("http.request.method", request.Method);
        span.SetTag("http.route", request.Route);
        span.SetTag("http.response.status_code", request.Status);
        if (request.Collection is { } collection)
        {
            span.SetTag("searchindex.collection", collection);
        }

        if (request.Hits is { } hits)
        {
            span.SetTag("searchindex.hits", hits);
        }

        if (request.Status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
