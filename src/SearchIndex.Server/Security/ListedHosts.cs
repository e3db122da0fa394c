using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SearchIndex.Server.Health;

namespace SearchIndex.Server.Security;

/// <summary>
/// Refuses requests under names that are not those of the service. Health answers under every name, and without one: probes know the address of a
/// service only.
/// </summary>
internal static class ListedHosts
{
    /// <summary>Adds the check to the pipeline; none when no names are listed.</summary>
    /// <param name="app">The application.</param>
    /// <param name="hosts">The names of the service.</param>
    public static void UseListedHosts(this IApplicationBuilder app, IReadOnlyList<string> hosts)
    {
        if (hosts.Count == 0)
        {
            return;
        }

        StringSegment[] listed = [.. hosts.Select(host => new StringSegment(host))];
        app.Use((context, next) =>
        {
            if (IsListed(context.Request.Host, listed) || context.Request.Path.StartsWithSegments(HealthRoutes.Path, StringComparison.Ordinal))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    private static bool IsListed(HostString host, StringSegment[] listed) => host.HasValue && HostString.MatchesAny(host.Host, listed);
}
