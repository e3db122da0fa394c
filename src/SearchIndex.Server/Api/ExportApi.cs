using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Metrics;

namespace SearchIndex.Server.Api;

/// <summary>All hits of a search as a file, written while they are read.</summary>
internal static class ExportApi
{
    /// <summary>Maps the route.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder routes) => routes.MapGet("/export", Export)
        .WithName("export")
        .WithSummary("Returns all hits as a file")
        .WithDescription("Returns every hit of a search, not only a page: CSV, JSON Lines, RIS, BibTeX or CSL-JSON. Page and size are ignored.")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .DisableRequestTimeout();

    internal static IResult Export(
        [AsParameters] SearchQuery query,
        [Description("The format: csv, jsonl, ris, bibtex or csl.")] string? format,
        Collection collection,
        RequestMetrics metrics,
        CancellationToken cancellation)
    {
        SearchRequest request = query.ToParameters().Bind(out IReadOnlyList<ParameterProblem> problems);
        ExportFormat chosen = SearchParameters.BindFormat(format, problems, out problems);
        if (problems.Count > 0)
        {
            return ApiProblems.WrongParameters(problems);
        }

        if (collection.Index.Searcher is not { } searcher)
        {
            return ApiProblems.NoIndex();
        }

        ArticleExporter exporter = ArticleExporter.Of(chosen);
        return TypedResults.Stream(
            stream => metrics.CountExportAsync(searcher.Export(request, cancellation), articles => exporter.WriteAsync(articles, stream)),
            exporter.MediaType,
            "searchindex." + exporter.Extension);
    }
}
