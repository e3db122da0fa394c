using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SearchIndex.Server;

/// <summary>Headers that keep a browser from doing more with an answer than the page needs: own script, own style, own images, own forms.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, those about errors included.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(next => context =>
    {
        // Set when the answer starts, since the exception handler clears headers that were set before.
        context.Response.OnStarting(AddTo, context.Response.Headers);
        return next(context);
    });

    private static Task AddTo(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
