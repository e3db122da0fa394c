using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SearchIndex.Server.Api;

/// <summary>The codes of problems. Programs may rely on them: a code keeps its meaning, texts may change. <c>docs/api.md</c> lists them.</summary>
internal static class ProblemCode
{
    /// <summary>The name of the member of a problem that holds its code.</summary>
    public const string Member = "code";

    public const string WrongParameter = "wrong-parameter";
    public const string WrongRequest = "wrong-request";
    public const string CursorOfAnotherSearch = "cursor-of-another-search";
    public const string CursorExpired = "cursor-expired";
    public const string UnknownArticle = "unknown-article";
    public const string UnknownCollection = "unknown-collection";
    public const string UnknownQuery = "unknown-query";
    public const string UnknownAddress = "unknown-address";
    public const string WrongMethod = "wrong-method";
    public const string NoIndex = "no-index";
    public const string NoKey = "no-key";
    public const string WrongScope = "wrong-scope";
    public const string WrongHost = "wrong-host";
    public const string TooManyRequests = "too-many-requests";
    public const string Busy = "busy";
    public const string QueryTimeout = "query-timeout";
    public const string QueryTooLong = "query-too-long";
    public const string BodyTooLarge = "body-too-large";
    public const string WrongMediaType = "wrong-media-type";
    public const string WrongBody = "wrong-body";
    public const string WrongId = "wrong-id";
    public const string NotInInbox = "not-in-inbox";
    public const string UnknownTask = "unknown-task";
    public const string TaskEnded = "task-ended";
    public const string TooManyTasks = "too-many-tasks";
    public const string TasksElsewhere = "tasks-elsewhere";
    public const string CannotWrite = "cannot-write";
    public const string NoArchive = "no-archive";
    public const string NoInbox = "no-inbox";
    public const string Internal = "internal";

    /// <summary>Returns the code of a problem.</summary>
    public static string Of(ProblemHttpResult problem) =>
        problem.ProblemDetails.Extensions.TryGetValue(Member, out object? code) && code is string text ? text : OfStatus(problem.ProblemDetails.Status);

    /// <summary>Returns the code of a problem that says nothing but its status.</summary>
    public static string OfStatus(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => NoKey,
        StatusCodes.Status403Forbidden => WrongScope,
        StatusCodes.Status404NotFound => UnknownAddress,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => WrongMediaType,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        >= StatusCodes.Status500InternalServerError => Internal,
        _ => WrongRequest,
    };
}
