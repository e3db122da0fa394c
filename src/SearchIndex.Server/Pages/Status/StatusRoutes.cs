using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace SearchIndex.Server.Pages.Status;

/// <summary>The page that says what is indexed.</summary>
internal static class StatusRoutes
{
    /// <summary>Maps the route.</summary>
    public static void MapStatusPage(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(PageLinks.StatusPath, PageAnswer.Methods, Show).ExcludeFromDescription();

    internal static ContentHttpResult Show(string? year, CurrentIndex index, SavedQueryFeeds queries, HttpContext context)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        return index.Searcher is { } searcher
            ? PageAnswer.Of(context, new StatusPage(text, searcher.Status()).Render(year, searcher.Variants, queries.News))
            : PageAnswer.Of(context, MessagePage.NoIndex(text), StatusCodes.Status503ServiceUnavailable);
    }
}
