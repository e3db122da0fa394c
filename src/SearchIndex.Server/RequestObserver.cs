using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Logging;
using SearchIndex.Server.Metrics;
using SearchIndex.Server.Observing;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tracing;

namespace SearchIndex.Server;

/// <summary>Sees every request come and go, and tells the numbers, the log and the trace.</summary>
internal static class RequestObserver
{
    /// <summary>Observes requests. It comes first, so that it sees what the others make of a request that they refuse, or that fails.</summary>
    public static void UseRequestObserver(this WebApplication app)
    {
        RequestMetrics metrics = app.Services.GetRequiredService<RequestMetrics>();
        RequestLog log = app.Services.GetRequiredService<RequestLog>();
        app.Use(async (context, next) =>
        {
            long started = Stopwatch.GetTimestamp();
            metrics.Begin();
            try
            {
                await next(context);
            }
            finally
            {
                End(context, AnsweredRequest.Of(context, Stopwatch.GetElapsedTime(started)), metrics, log);
            }
        });
    }

    private static void End(HttpContext context, AnsweredRequest request, RequestMetrics metrics, RequestLog log)
    {
        metrics.End(request);

        // Who looks whether the service is well does so every few seconds; a page has its style and icon.
        bool tellsNothing = AnsweredRequest.EndpointOf(context)?.Metadata.GetMetadata<AccessRule>() == AccessRule.Open;
        RequestSpan.End(request, isWorthKeeping: !tellsNothing);
        if (!tellsNothing)
        {
            log.Write(context, request);
        }
    }
}
