using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Api;

/// <summary>
/// Lets clients keep answers for as long as the index is the same: an answer has a weak tag (<c>tookMs</c> differs from time to time), and
/// who has that answer already gets 304 before anything is searched.
/// </summary>
internal static class AnswerVersions
{
    private const string AlwaysAsk = "public, no-cache";
    private const string AlwaysAskAlone = "private, no-cache";

    /// <summary>Adds the tag to the answers of a route.</summary>
    public static RouteHandlerBuilder CachedByIndexVersion(this RouteHandlerBuilder route) => route.AddEndpointFilter(AnswerAsync);

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        if (CollectionRoutes.Of(context)?.Index.Version is not { } version)
        {
            return await next(invocation);
        }

        var tag = new EntityTagHeaderValue($"\"{version}\"", isWeak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            AddTo(context, tag);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        object? answer = await next(invocation);
        if (IsPartial(answer))
        {
            // The next one may be whole.
            context.Response.Headers.CacheControl = "no-store";
        }
        else if (IsGood(answer))
        {
            AddTo(context, tag);
        }

        return answer;
    }

    private static bool IsGood(object? answer) => ResultOf(answer) is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK };

    private static bool IsPartial(object? answer) =>
        ResultOf(answer) is IValueHttpResult { Value: SearchPage { Partial: true } or Timeline { Partial: true } };

    private static object? ResultOf(object? answer) => answer is INestedHttpResult nested ? nested.Result : answer;

    private static void AddTo(HttpContext context, EntityTagHeaderValue tag)
    {
        // Caches on the way must not hand to one client what another got with its key.
        bool hasKey = context.Request.Headers.ContainsKey(HeaderNames.Authorization);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = hasKey ? AlwaysAskAlone : AlwaysAsk;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
    }
}
