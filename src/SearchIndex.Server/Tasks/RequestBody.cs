using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchIndex.Server.Api;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tasks;

/// <summary>
/// Bodies of requests. Their media type is asked for: pages of other sites cannot send it without asking first, which protects a service that
/// needs no keys. Compressed bodies are refused, so that nothing grows while it is read.
/// </summary>
internal static class RequestBody
{
    public const string Json = "application/json";

    /// <summary>The JSON of bodies: nothing that is not known, nothing twice, nothing missing.</summary>
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Returns why a body is not read at all, or null.</summary>
    public static ProblemHttpResult? RefusalOf(HttpRequest request, string mediaType)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? given)
            || !given.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || (given.Charset.HasValue && !given.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return WrongMediaType($"send the body as 'Content-Type: {mediaType}', in UTF-8");
        }

        return StringValues.IsNullOrEmpty(request.Headers.ContentEncoding) ? null : WrongMediaType("send the body without 'Content-Encoding'");
    }

    /// <summary>Reads a body of JSON.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">How large it may be.</param>
    /// <param name="wanted">What it should be, for a person.</param>
    /// <returns>What it says, or why it says nothing.</returns>
    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadJsonAsync<T>(HttpContext context, SearchServiceOptions options, string wanted)
        where T : class
    {
        if (RefusalOf(context.Request, Json) is { } refusal)
        {
            return (null, refusal);
        }

        try
        {
            T? value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Format, context.RequestAborted);
            return value is null ? (null, WrongBody($"the body is null; give {wanted}")) : (value, null);
        }
        catch (JsonException problem)
        {
            return (null, WrongBody($"the body is wrong{PlaceOf(problem)}; give {wanted}"));
        }
        catch (BadHttpRequestException problem)
        {
            return (null, OfRequest(problem, context, options));
        }
    }

    /// <summary>Returns where JSON is wrong, for a person.</summary>
    public static string PlaceOf(JsonException problem) => string.IsNullOrEmpty(problem.Path) ? string.Empty : $" at {problem.Path}";

    /// <summary>Returns the problem of a body that is wrong.</summary>
    public static ProblemHttpResult WrongBody(string detail) =>
        ApiProblems.Of(StatusCodes.Status400BadRequest, ProblemCode.WrongBody, "the body is not what it should be", detail);

    /// <summary>Returns the problem of a body that is too large, too slow, or broken off.</summary>
    public static ProblemHttpResult OfRequest(BadHttpRequestException problem, HttpContext context, SearchServiceOptions options) =>
        problem.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? ApiProblems.BodyTooLarge(BodyRule.MostBytesOf(context, options))
            : ApiProblems.Of(problem.StatusCode, ProblemCode.WrongRequest, "the request is malformed", problem.Message);

    private static ProblemHttpResult WrongMediaType(string detail) =>
        ApiProblems.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCode.WrongMediaType, "the body is of another kind", detail);
}
