using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server;

/// <summary>Lets scripts on pages of other origins read the API, where origins are listed. Pages stay closed to them.</summary>
internal static class OtherOrigins
{
    /// <summary>Answers the questions of browsers for these origins; with none there is no such answer, which forbids all.</summary>
    public static void UseOtherOrigins(this IApplicationBuilder app, IReadOnlyList<string> origins)
    {
        if (origins.Count == 0)
        {
            return;
        }

        CorsPolicy policy = new CorsPolicyBuilder([.. origins])
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.IfNoneMatch)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter)
            .Build();
        app.UseWhen(
            context => CollectionRoutes.IsOfApi(context.Request.Path),
            api => api.UseMiddleware<CorsMiddleware>(policy));
    }
}
