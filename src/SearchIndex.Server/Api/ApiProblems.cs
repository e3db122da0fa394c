using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Paging;

namespace SearchIndex.Server.Api;

/// <summary>The problems that the API answers with: what was wanted, what was there, what to do.</summary>
internal static class ApiProblems
{
    public static ValidationProblem WrongParameters(IReadOnlyList<ParameterProblem> problems) => TypedResults.ValidationProblem(
        problems.ToDictionary(problem => problem.Name, problem => new[] { Describe(problem) }),
        detail: string.Join("; ", problems.Select(problem => $"{problem.Name}: {Describe(problem)}")),
        title: "a parameter has a value that is not allowed",
        extensions: Code(ProblemCode.WrongParameter));

    public static ProblemHttpResult NoIndex() => TypedResults.Problem(
        "the service has no index yet; build one with 'searchindex rebuild PATH', the service picks it up by itself",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "no index yet",
        extensions: Code(ProblemCode.NoIndex));

    public static ProblemHttpResult WrongCursor(CursorException exception) => TypedResults.Problem(
        exception.Message,
        statusCode: StatusOf(exception),
        title: exception.IsGone ? "the cursor has expired" : "the cursor is of another search",
        extensions: Code(exception.IsGone ? ProblemCode.CursorExpired : ProblemCode.CursorOfAnotherSearch));

    /// <summary>Returns the status of an answer to a cursor that leads nowhere.</summary>
    public static int StatusOf(CursorException exception) => exception.IsGone ? StatusCodes.Status410Gone : StatusCodes.Status400BadRequest;

    public static ProblemHttpResult UnknownArticle(string id) => TypedResults.Problem(
        $"the index has no article '{id}'; take the id of a hit",
        statusCode: StatusCodes.Status404NotFound,
        title: "unknown article",
        extensions: Code(ProblemCode.UnknownArticle));

    public static ProblemHttpResult UnknownQuery(string name) => TypedResults.Problem(
        $"the service has no saved query '{name}'; {ApiPath.Current}/queries lists them",
        statusCode: StatusCodes.Status404NotFound,
        title: "unknown query",
        extensions: Code(ProblemCode.UnknownQuery));

    public static ProblemHttpResult UnknownRoute(string path) => TypedResults.Problem(
        $"the API has no '{ApiPath.Current}/{path}'; /openapi/v1.json describes it",
        statusCode: StatusCodes.Status404NotFound,
        title: "unknown address",
        extensions: Code(ProblemCode.UnknownAddress));

    /// <summary>Returns the member of a problem that programs look at.</summary>
    public static Dictionary<string, object?> Code(string code) => new() { [ProblemCode.Member] = code };

    private static string Describe(ParameterProblem problem) => $"'{problem.Value}' is not allowed; give {problem.Allowed}";
}
