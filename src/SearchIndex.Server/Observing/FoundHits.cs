using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SearchIndex.News.Query;

namespace SearchIndex.Server.Observing;

/// <summary>How many hits the search of a request had, for those who count and log requests when the answer is gone.</summary>
internal static class FoundHits
{
    /// <summary>Notes the hits of a request.</summary>
    public static void Note(HttpContext context, SearchPage page) => context.Features.Set(new Noted(page.Total.Value, page.Partial));

    /// <summary>Notes the hits of what a route answers.</summary>
    public static RouteHandlerBuilder NotesHits(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (invocation, next) =>
    {
        object? answer = await next(invocation);
        if ((answer is INestedHttpResult nested ? nested.Result : answer) is IValueHttpResult { Value: SearchPage page })
        {
            Note(invocation.HttpContext, page);
        }

        return answer;
    });

    /// <summary>Returns how many hits a request had; null when it searched nothing.</summary>
    public static int? Of(HttpContext context) => context.Features.Get<Noted>()?.Count;

    /// <summary>Tells whether a request searched only a part, because its time was over.</summary>
    public static bool IsPartial(HttpContext context) => context.Features.Get<Noted>()?.IsPartial == true;

    private sealed record Noted(int Count, bool IsPartial);
}
