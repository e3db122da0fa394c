using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SearchIndex.Server.Api;

/// <summary>Where the API lies: its current version, and the addresses without a version, which mean the same.</summary>
internal static class ApiPath
{
    /// <summary>The beginning of all addresses of the API.</summary>
    public const string Any = "/api";

    /// <summary>The beginning of the addresses of the current version.</summary>
    public const string Current = "/api/v1";

    private const string Version = "/v1";

    /// <summary>Lets addresses without a version mean those of the current one. Before the routing.</summary>
    public static void UseCurrentVersion(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Any, out PathString rest) && !rest.StartsWithSegments(Version))
        {
            context.Request.Path = Current + rest;
        }

        return next(context);
    });
}
