using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SearchIndex.News.Query;
using SearchIndex.News.Suggestions;
using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Api;

/// <summary>Suggestions while typing.</summary>
internal static class SuggestApi
{
    /// <summary>Maps the route.</summary>
    public static void MapSuggestApi(this IEndpointRouteBuilder routes) => routes.MapGet("/suggest", Suggest)
        .WithName("suggest")
        .CachedByIndexVersion()
        .WithSummary("Suggests what a person may be about to type")
        .WithDescription("Returns names, words, outlets, authors and titles that begin with a text in either script, or whose pinyin or its initials it is; each finds articles.")
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static Results<Ok<SuggestionList>, ValidationProblem, ProblemHttpResult> Suggest(
        [Description("What was typed so far; absent or empty suggests nothing.")] string? q,
        [Description("The most suggestions.")] string? size,
        Collection collection)
    {
        int most = SearchParameters.BindSuggestionSize(size, out IReadOnlyList<ParameterProblem> problems);
        if (problems.Count > 0)
        {
            return ApiProblems.WrongParameters(problems);
        }

        return collection.Index.Searcher is { } searcher ? TypedResults.Ok(searcher.Suggest(q ?? string.Empty, most)) : ApiProblems.NoIndex();
    }
}
