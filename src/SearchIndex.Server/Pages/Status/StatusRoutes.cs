using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Pages.Status;

/// <summary>The page that says what is indexed.</summary>
internal static class StatusRoutes
{
    /// <summary>Maps the route.</summary>
    public static void MapStatusPage(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(PageLinks.StatusPath, PageAnswer.Methods, Show).ExcludeFromDescription();

    internal static ContentHttpResult Show(string? year, Collection collection, HttpContext context)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        return collection.Index.Searcher is { } searcher
            ? PageAnswer.Of(context, new StatusPage(text, searcher.Status()).Render(year, searcher.Variants, collection.SavedQueries.News))
            : PageAnswer.Of(context, MessagePage.NoIndex(text), StatusCodes.Status503ServiceUnavailable);
    }
}
