using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Health;

/// <summary>Whether the process answers, and whether it can do its work.</summary>
internal static class HealthRoutes
{
    /// <summary>Below this address everything is about health.</summary>
    public const string Path = "/health";

    private const string ReadyTag = "ready";

    /// <summary>Adds what is asked.</summary>
    public static void AddServiceHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<IndexHealthCheck>("index", tags: [ReadyTag])
        .AddCheck<DiskHealthCheck>("disk", tags: [ReadyTag]);

    /// <summary>Maps the addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Path + "/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(AccessRule.Open).OfTheService();
        app.MapHealthChecks(Path + "/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag), ResponseWriter = WriteAsync })
            .WithMetadata(AccessRule.Open).OfTheService();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Describe(report).ToJsonString(), context.RequestAborted);
    }

    private static JsonObject Describe(HealthReport report) => new()
    {
        ["status"] = NameOf(report.Status),
        ["problems"] = new JsonArray([.. report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => new JsonObject
            {
                ["part"] = entry.Key,
                ["status"] = NameOf(entry.Value.Status),
                ["detail"] = entry.Value.Exception is null ? entry.Value.Description : "it cannot be told; the log says why",
            })]),
    };

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "degraded",
        _ => "unready",
    };
}
