using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Query;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Feeds;

/// <summary>The addresses of feeds: those of a search, with another path.</summary>
internal static class FeedRoutes
{
    /// <summary>The address of Atom feeds.</summary>
    public const string AtomPath = "/feed.atom";

    /// <summary>The address of RSS feeds.</summary>
    public const string RssPath = "/feed.rss";

    private const int Entries = 50;

    /// <summary>Maps the routes.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AtomPath, (HttpContext context, [AsParameters] SearchQuery query, Collection collection, CancellationToken cancellation) =>
            Feed(FeedFormat.Atom, context, query, collection, cancellation)).ExcludeFromDescription();
        routes.MapGet(RssPath, (HttpContext context, [AsParameters] SearchQuery query, Collection collection, CancellationToken cancellation) =>
            Feed(FeedFormat.Rss, context, query, collection, cancellation)).ExcludeFromDescription();
    }

    private static IResult Feed(FeedFormat format, HttpContext context, SearchQuery query, Collection collection, CancellationToken cancellation)
    {
        SearchRequest request = query.ToParameters().Bind(out IReadOnlyList<ParameterProblem> problems);
        if (problems.Count > 0)
        {
            return ApiProblems.WrongParameters(problems);
        }

        if (collection.Index.Searcher is not { } searcher)
        {
            return ApiProblems.NoIndex();
        }

        SearchPage page = searcher.Search(request with { Sort = SortOrder.Newest, Page = 1, Size = Entries }, cancellation);
        var links = PageLinks.WithSiteOf(context.Request);
        FeedEntry[] entries = [.. page.Hits.Select(hit => new FeedEntry(hit, hit.Published))];
        byte[] feed = new SearchFeed(collection.Title, page.Query, entries, links, links.Home + context.Request.QueryString).Write(format);
        return TypedResults.Bytes(feed, SearchFeed.MediaType(format));
    }
}
