using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Paging;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

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

    public static ProblemHttpResult UnknownCollection() => Of(
        StatusCodes.Status404NotFound,
        ProblemCode.UnknownCollection,
        "no archive is named, or one that is not there",
        $"this service has several archives; {ApiPath.Current}/collections lists them, and what is of one of them is below {CollectionRoutes.Path}/NAME");

    public static ProblemHttpResult NoKey() => Of(
        StatusCodes.Status401Unauthorized, ProblemCode.NoKey, "a key is needed", "send 'Authorization: Bearer KEY' with a valid key; who runs the service makes one with 'searchindex keys create'");

    public static ProblemHttpResult WrongScope(KeyScope? has, KeyScope needed) => Of(
        StatusCodes.Status403Forbidden,
        ProblemCode.WrongScope,
        "the key is not for this",
        has is null ? "the key is for other archives" : $"the scope of the key is '{NameOf(has.Value)}' here, needed is '{NameOf(needed)}'");

    public static ProblemHttpResult WrongHost(string host) => Of(
        StatusCodes.Status403Forbidden,
        ProblemCode.WrongHost,
        "the request came under another name",
        $"without keys, only requests to this machine's own names change something, and '{host}' is none; use 127.0.0.1, or set 'hosts' or 'require-keys'");

    public static ProblemHttpResult TooManyRequests() => Of(
        StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests, "too many requests", "come again after the seconds that Retry-After says");

    public static ProblemHttpResult Busy() => Of(
        StatusCodes.Status503ServiceUnavailable, ProblemCode.Busy, "the service is busy", "come again after the seconds that Retry-After says");

    public static ProblemHttpResult QueryTimeout(TimeSpan limit) => Of(
        StatusCodes.Status503ServiceUnavailable,
        ProblemCode.QueryTimeout,
        "the query took too long",
        string.Create(CultureInfo.InvariantCulture, $"a query may take {limit.TotalSeconds:0.###} seconds; ask for less: fewer wildcards, a filter, no facets"));

    public static ProblemHttpResult BodyTooLarge(long limit) => Of(
        StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge, "the body is too large", $"a body may have {limit} bytes");

    public static ProblemHttpResult QueryTooLong(int limit) => Of(
        StatusCodes.Status400BadRequest, ProblemCode.QueryTooLong, "the query is too long", $"a query may have {limit} UTF-16 units");

    /// <summary>Returns the problem of a status and a code.</summary>
    public static ProblemHttpResult Of(int status, string code, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: Code(code));

    private static string NameOf(KeyScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>Returns the member of a problem that programs look at.</summary>
    public static Dictionary<string, object?> Code(string code) => new() { [ProblemCode.Member] = code };

    private static string Describe(ParameterProblem problem) => $"'{problem.Value}' is not allowed; give {problem.Allowed}";
}
