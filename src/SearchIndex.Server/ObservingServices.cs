using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Logging;
using SearchIndex.Server.Metrics;
using SearchIndex.Server.Security;
using SearchIndex.Server.Tracing;

namespace SearchIndex.Server;

/// <summary>Puts together what those who run the service see of it.</summary>
internal static class ObservingServices
{
    /// <summary>Adds the numbers, the log of requests, and the export of numbers and traces when it was asked for.</summary>
    public static void AddObserving(this IServiceCollection services, SearchServiceOptions options)
    {
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<PrometheusCollector>();
        services.AddSingleton<RequestMetrics>();
        services.AddSingleton<UpdateMetrics>();
        services.AddSingleton<IndexMetrics>();
        services.AddSingleton<ProcessMetrics>();
        services.AddSingleton<RequestLog>();
        if (options.OtlpEndpoint is not null)
        {
            services.AddHostedService<OtlpExport>();
        }
    }

    /// <summary>Begins to count. What is measured before anybody listens would be lost.</summary>
    public static void StartMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<PrometheusCollector>();
        app.Services.GetRequiredService<IndexMetrics>();
        app.Services.GetRequiredService<ProcessMetrics>();
        app.Services.GetRequiredService<RequestMetrics>().StartAtZero(ProblemCode.TooManyRequests, ProblemCode.Busy, ProblemCode.QueryTimeout);
        app.Services.GetRequiredService<UpdateMetrics>().StartAtZero();
    }

    /// <summary>Maps the address of the numbers.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes
        .MapGet("/metrics", (PrometheusCollector collector) => TypedResults.Text(collector.Write(), PrometheusText.MediaType))
        .WithMetadata(AccessRule.ForOperators)
        .OfTheService()
        .ExcludeFromDescription();
}
