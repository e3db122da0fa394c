using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Feeds;

/// <summary>The addresses of feeds of saved queries: what is new for them.</summary>
internal static class SavedQueryRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapSavedQueryFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/queries/{name}.atom", (string name, HttpContext context, Collection collection) =>
            Feed(FeedFormat.Atom, name, context, collection)).ExcludeFromDescription();
        routes.MapGet("/queries/{name}.rss", (string name, HttpContext context, Collection collection) =>
            Feed(FeedFormat.Rss, name, context, collection)).ExcludeFromDescription();
    }

    private static IResult Feed(FeedFormat format, string name, HttpContext context, Collection collection)
    {
        if (SavedQueryApi.Find(collection, name) is not { } news)
        {
            return ApiProblems.UnknownQuery(name);
        }

        var links = PageLinks.WithSiteOf(context.Request);
        FeedEntry[] entries = [.. news.New.Select(article => new FeedEntry(article.Hit, article.FirstSeen))];
        byte[] feed = new SearchFeed(collection.Title, news.Title, entries, links, links.Results(news.Parameters)).Write(format);
        return TypedResults.Bytes(feed, SearchFeed.MediaType(format));
    }
}
