using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Query.Saved;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Api;

/// <summary>The saved queries of the service, and what is new for them.</summary>
internal static class SavedQueryApi
{
    /// <summary>Maps the routes.</summary>
    public static void MapSavedQueryApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/queries", List)
            .WithName("queries")
            .WithSummary("Lists the saved queries")
            .WithDescription("Returns the saved queries of the service, with how many articles are new for each; none when the service has no file of them.");
        routes.MapGet("/queries/{name}", FindNew)
            .WithName("query")
            .WithSummary("Returns what is new for a saved query")
            .WithDescription("Returns the articles that a saved query finds and that were not in the index before, the newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Returns what a query found, or null when there is none of that name.</summary>
    public static SavedQueryNews? Find(Collection collection, string name) =>
        collection.SavedQueries.News.FirstOrDefault(news => news.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static Ok<IReadOnlyList<SavedQuerySummary>> List(Collection collection) =>
        TypedResults.Ok<IReadOnlyList<SavedQuerySummary>>([.. collection.SavedQueries.News.Select(news => news.Summarize())]);

    internal static Results<Ok<SavedQueryNews>, ProblemHttpResult> FindNew(
        [Description("The name of the query, as its file gives it.")] string name, Collection collection) =>
        Find(collection, name) is { } news ? TypedResults.Ok(news) : ApiProblems.UnknownQuery(name);
}
