using Microsoft.AspNetCore.Http;

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
    public const string UnknownQuery = "unknown-query";
    public const string UnknownAddress = "unknown-address";
    public const string WrongMethod = "wrong-method";
    public const string NoIndex = "no-index";
    public const string Internal = "internal";

    /// <summary>Returns the code of a problem that says nothing but its status.</summary>
    public static string OfStatus(int? status) => status switch
    {
        StatusCodes.Status404NotFound => UnknownAddress,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        >= StatusCodes.Status500InternalServerError => Internal,
        _ => WrongRequest,
    };
}
