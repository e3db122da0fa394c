using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.News.Query.Related;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Observing;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Api;

/// <summary>The HTTP API: JSON answers, errors as problem details.</summary>
internal static class SearchApi
{
    /// <summary>Maps the routes of the API, in its current version; <see cref="ApiPath"/> lets addresses without one mean the same.</summary>
    public static void MapSearchApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(ApiPath.Current).WithTags("News");
        api.MapGet("/search", Search)
            .WithName("search")
            .CachedByIndexVersion()
            .NotesHits()
            .WithSummary("Finds articles")
            .WithDescription("Returns a page of hits with passages and marked places. Marks count UTF-16 units; texts are unescaped.")
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/timeline", FindTimeline)
            .WithName("timeline")
            .CachedByIndexVersion()
            .WithSummary("Counts matches over time")
            .WithDescription("Returns the number of articles that match by day, month or year and by outlet, with the number that the archive has.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/articles/{id}", FindArticle)
            .WithName("article")
            .CachedByIndexVersion()
            .WithSummary("Returns a whole article")
            .WithDescription("Returns an article with its text, and the matches of a query when one is given.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/articles/{id}/related", FindRelated)
            .WithName("related")
            .CachedByIndexVersion()
            .WithSummary("Returns what has to do with an article")
            .WithDescription("Returns other versions of an article, articles of other outlets on the same event, and others on the same subject.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/stats", Stats)
            .WithName("stats")
            .CachedByIndexVersion()
            .WithSummary("Says what the index holds")
            .WithDescription("Returns counts by outlet and script, the span of dates, and facts about the index.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapCollectionApi();
        api.MapSuggestApi();
        api.MapExportApi();
        api.MapSavedQueryApi();
        api.MapTaskApi();
        api.MapArticleApi();
        api.MapGet("/{**path}", UnknownRoute).OfTheServiceToo().ExcludeFromDescription();
    }

    internal static Results<Ok<SearchPage>, ValidationProblem, ProblemHttpResult> Search(
        [AsParameters] SearchQuery query, Collection collection, SearchClock clock, CancellationToken cancellation)
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

        try
        {
            return TypedResults.Ok(searcher.Search(request with { Deadline = clock.Start() }, cancellation));
        }
        catch (CursorException exception)
        {
            return ApiProblems.WrongCursor(exception);
        }
    }

    internal static Results<Ok<Timeline>, ValidationProblem, ProblemHttpResult> FindTimeline(
        [AsParameters] SearchQuery query,
        [Description("The length of a step; absent for one that gives a readable chart.")] string? interval,
        Collection collection,
        SearchClock clock,
        CancellationToken cancellation)
    {
        SearchRequest request = query.ToParameters().Bind(out IReadOnlyList<ParameterProblem> problems);
        TimelineInterval? step = SearchParameters.BindInterval(interval, problems, out problems);
        if (problems.Count > 0)
        {
            return ApiProblems.WrongParameters(problems);
        }

        return collection.Index.Searcher is { } searcher
            ? TypedResults.Ok(searcher.Timeline(request with { Deadline = clock.Start() }, step, cancellation))
            : ApiProblems.NoIndex();
    }

    internal static Results<Ok<ArticleView>, ValidationProblem, ProblemHttpResult> FindArticle(
        [Description("The id of the article, as a hit gives it.")] string id,
        [Description("A query whose matches are marked in title and text.")] string? q,
        [Description("Whether every part of the query must match, or any.")] string? match,
        [Description("Whether regional variants of names and words are marked as well: on or off.")] string? variants,
        Collection collection)
    {
        SearchRequest request = new SearchParameters { Query = q, Match = match, Variants = variants }.Bind(out IReadOnlyList<ParameterProblem> problems);
        if (problems.Count > 0)
        {
            return ApiProblems.WrongParameters(problems);
        }

        if (collection.Index.Searcher is not { } searcher)
        {
            return ApiProblems.NoIndex();
        }

        return searcher.FindArticle(id, request) is { } article ? TypedResults.Ok(article) : ApiProblems.UnknownArticle(id);
    }

    internal static Results<Ok<RelatedArticles>, ProblemHttpResult> FindRelated(
        [Description("The id of the article, as a hit gives it.")] string id, Collection collection, CancellationToken cancellation)
    {
        if (collection.Index.Searcher is not { } searcher)
        {
            return ApiProblems.NoIndex();
        }

        return searcher.FindRelated(id, cancellation) is { } related ? TypedResults.Ok(related) : ApiProblems.UnknownArticle(id);
    }

    internal static Results<Ok<IndexStats>, ProblemHttpResult> Stats(Collection collection) =>
        collection.Index.Searcher is { } searcher ? TypedResults.Ok(searcher.Stats()) : ApiProblems.NoIndex();

    private static ProblemHttpResult UnknownRoute(string path) => ApiProblems.UnknownRoute(path);
}
