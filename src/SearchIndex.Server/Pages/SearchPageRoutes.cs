using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.Engine.Search;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Query.Paging;
using SearchIndex.Server.Api;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Observing;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Pages;

/// <summary>The pages for people. They are made here whole; what little script there is adds comfort.</summary>
internal static class SearchPageRoutes
{
    /// <summary>Maps the routes of the pages, and the answer to every other address.</summary>
    public static void MapSearchPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", PageAnswer.Methods, Front).OfTheServiceToo().ExcludeFromDescription();
        routes.MapMethods("/articles/{id}", PageAnswer.Methods, Article).ExcludeFromDescription();
        routes.MapMethods("/articles/{id}/beside/{other}", PageAnswer.Methods, Beside).ExcludeFromDescription();
        routes.MapMethods("/articles/{id}/citation", PageAnswer.Methods, Citation).ExcludeFromDescription();
        routes.MapMethods("/{**path}", PageAnswer.Methods, NotFound).ExcludeFromDescription();
    }

    /// <summary>Answers with the first page of an archive, or with that of a service with several.</summary>
    internal static ContentHttpResult Front(
        [AsParameters] SearchQuery query,
        Collection? collection,
        CollectionSet all,
        SearchServiceOptions options,
        SearchClock clock,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (collection is not null)
        {
            return Search(query, collection, clock, time, context, cancellation);
        }

        IEnumerable<ArchiveEntry> archives = all
            .Where(one => KeyGate.MaySearch(context, options, one))
            .Select(one => new ArchiveEntry(one.Title ?? one.Name, one.Path, one.Index.Stats));
        return PageAnswer.Of(context, ArchivesPage.Render(LanguageSwitch.TextFor(context.Request), [.. archives]));
    }

    internal static ContentHttpResult Search(
        [AsParameters] SearchQuery query, Collection collection, SearchClock clock, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        if (collection.Index.Searcher is not { } searcher)
        {
            return PageAnswer.Of(context, MessagePage.NoIndex(text), StatusCodes.Status503ServiceUnavailable);
        }

        SearchParameters parameters = ParametersOf(query, context.Request);
        SearchRequest request = parameters.Bind(out IReadOnlyList<ParameterProblem> problems);
        IndexStats stats = searcher.Stats();
        bool asksNothing = string.IsNullOrWhiteSpace(parameters.Query) && !SearchForm.HasFilters(parameters);
        if (asksNothing && problems.Count == 0)
        {
            return PageAnswer.Of(context, FrontPage.Render(text, stats));
        }

        var results = new ResultsPage(text, parameters, stats.Outlets);
        if (problems.Count > 0)
        {
            return PageAnswer.Of(context, results.Render(problems), StatusCodes.Status400BadRequest);
        }

        try
        {
            request = request with { Deadline = clock.Start() };
            SearchPage page = searcher.Search(request with { Facets = FacetPanel.Kinds }, cancellation);
            FoundHits.Note(context, page);
            Timeline timeline = searcher.Timeline(request, interval: null, cancellation);
            var citation = new SearchCitation(
                PageLinks.WithSiteOf(context.Request), searcher.Version, context.Request.Query[SearchCitation.Parameter], time.GetUtcNow());
            ContentHttpResult answer = PageAnswer.Of(
                context, results.Render(page, timeline, citation, other => Count(searcher, other, request.Deadline, cancellation)));
            if (page.Partial || timeline.Partial)
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return answer;
        }
        catch (CursorException exception)
        {
            return PageAnswer.Of(context, MessagePage.Stale(text, parameters), ApiProblems.StatusOf(exception));
        }
    }

    internal static ContentHttpResult Article(
        string id, [AsParameters] SearchQuery query, Collection collection, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        if (collection.Index.Searcher is not { } searcher)
        {
            return PageAnswer.Of(context, MessagePage.NoIndex(text), StatusCodes.Status503ServiceUnavailable);
        }

        // An article is shown whatever the address says of the search that led to it.
        SearchParameters parameters = ParametersOf(query, context.Request);
        SearchRequest request = parameters.Bind(out _);
        return searcher.FindArticle(id, request) is { } article && searcher.FindRelated(id, cancellation) is { } related
            ? PageAnswer.Of(context, ArticlePage.Render(text, article, related, parameters, time.GetUtcNow()))
            : NotFound(context);
    }

    internal static ContentHttpResult Beside(
        string id, string other, [AsParameters] SearchQuery query, Collection collection, HttpContext context, CancellationToken cancellation)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        if (collection.Index.Searcher is not { } searcher)
        {
            return PageAnswer.Of(context, MessagePage.NoIndex(text), StatusCodes.Status503ServiceUnavailable);
        }

        SearchParameters parameters = ParametersOf(query, context.Request);
        SearchRequest request = parameters.Bind(out _);
        return searcher.FindBeside(id, other, request) is { } pair && searcher.FindRelated(id, cancellation) is { } related
            ? PageAnswer.Of(context, new SideBySidePage(text, pair, related, parameters).Render())
            : NotFound(context);
    }

    /// <summary>Answers with one article in a format for programs that keep references.</summary>
    internal static IResult Citation(string id, [AsParameters] SearchQuery query, string? format, Collection collection, HttpContext context)
    {
        SearchRequest request = query.ToParameters().Bind(out _);
        ExportFormat chosen = SearchParameters.BindFormat(format, [], out IReadOnlyList<ParameterProblem> problems);
        if (problems.Count > 0 || collection.Index.Searcher?.ExportArticle(id, request) is not { } article)
        {
            return NotFound(context);
        }

        var exporter = ArticleExporter.Of(chosen);
        return TypedResults.Stream(stream => exporter.WriteAsync([article], stream), exporter.MediaType, $"{article.Id}.{exporter.Extension}");
    }

    internal static ContentHttpResult NotFound(HttpContext context)
    {
        PageText text = LanguageSwitch.TextFor(context.Request);
        Html page = CollectionRoutes.Of(context) is null ? MessagePage.NotFoundOutside(text) : MessagePage.NotFound(text);
        return PageAnswer.Of(context, page, StatusCodes.Status404NotFound);
    }

    private static int Count(NewsSearcher searcher, SearchParameters parameters, SearchDeadline? deadline, CancellationToken cancellation) =>
        searcher.Search(parameters.Bind(out _) with { Size = 1, Deadline = deadline }, cancellation).Total.Value;

    /// <summary>Returns the parameters of a search, and those that only pages have.</summary>
    private static SearchParameters ParametersOf(SearchQuery query, HttpRequest request) => query.ToParameters() with { Chart = request.Query["chart"] };
}
