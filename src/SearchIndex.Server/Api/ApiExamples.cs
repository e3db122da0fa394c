using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Api;

/// <summary>The examples of the OpenAPI document: answers over the sample archive, which are files of the assembly, and the values that were asked for.</summary>
internal static class ApiExamples
{
    private const string ProblemType = "application/problem+json";

    /// <summary>Adds examples to the parameters, the answer and the problems of an operation.</summary>
    public static void AddTo(OpenApiOperation operation)
    {
        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example = ValueOf(parameter.Name, operation.OperationId);
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            foreach ((string mediaType, OpenApiMediaType media) in MediaOf(response.Content))
            {
                media.Example = mediaType switch
                {
                    ProblemType => ProblemOf(status, operation.OperationId),
                    "application/json" or "text/csv" => Read(AnswerOf(operation.OperationId!)),
                    _ => null,
                };
            }
        }

        foreach ((_, OpenApiMediaType media) in MediaOf(operation.RequestBody?.Content))
        {
            media.Example = Read(operation.OperationId + ".request");
        }
    }

    /// <summary>Returns the example of a problem, with every member that all problems have.</summary>
    public static JsonObject ProblemOf(string status, string? operation = null)
    {
        (string code, string title, string detail) = status switch
        {
            "400" when operation == "put-article" => (ProblemCode.WrongId, "the id is not that of the article", "the id of an article is made of its url: that of this one is 'f95309ae80cada53', not '0000000000000000'"),
            "400" when operation == "put-articles" => (ProblemCode.WrongBody, "the body is not what it should be", $"no line is an article; give, on each line, {ArticleApi.Wanted}"),
            "400" when operation == "start-task" => (ProblemCode.WrongBody, "the body is not what it should be", "the body is wrong at $.kind; give a JSON object {\"kind\": \"rebuild\"}, or update, articles, optimize, snapshot"),
            "400" => (ProblemCode.WrongParameter, "a parameter has a value that is not allowed", "size: '1000' is not allowed; give a whole number from 1 to 100"),
            "404" when operation is "task" or "cancel-task" => (ProblemCode.UnknownTask, "unknown task", "the service has no task '0000000000000000'; /api/v1/tasks lists those it knows, the last 100 that ended among them"),
            "409" when operation is "cancel-task" => (ProblemCode.TaskEnded, "the task has ended", "the task '5f0c1f3f2c9d4be7' is done; only tasks that wait or work can be cancelled"),
            "409" when operation is "delete-article" => (ProblemCode.NotInInbox, "the article did not come over HTTP", "the article 'f95309ae80cada53' comes from files of the archive; delete these, and start an update"),
            "409" when operation is "put-article" or "put-articles" => (ProblemCode.NoInbox, "the service takes no articles", "where to keep articles that come over HTTP is a setting of the service: 'inbox'"),
            "409" => (ProblemCode.NoArchive, "the service does not know the archive", "of which files to build the index is a setting of the service: 'archive' or 'watch'"),
            "413" => (ProblemCode.BodyTooLarge, "the body is too large", "a body may have 65536 bytes"),
            "415" => (ProblemCode.WrongMediaType, "the body is of another kind", "send the body as 'Content-Type: application/json', in UTF-8"),
            "401" => (ProblemCode.NoKey, "a key is needed", "send 'Authorization: Bearer KEY' with a valid key; who runs the service makes one with 'searchindex keys create'"),
            "403" => (ProblemCode.WrongScope, "the key is not for this", "the scope of the key is 'search', needed is 'admin'"),
            "404" => (ProblemCode.UnknownArticle, "unknown article", "the index has no article '0000000000000000'; take the id of a hit"),
            "410" => (ProblemCode.CursorExpired, "the cursor has expired", "the view of the index that the cursor goes on in is no longer kept; begin again with the first page"),
            "429" => (ProblemCode.TooManyRequests, "too many requests", "come again after the seconds that Retry-After says"),
            "500" => (ProblemCode.Internal, "An error occurred while processing your request.", "the log of the service says why"),
            _ => (ProblemCode.NoIndex, "no index yet", "the service has no index yet; build one with 'searchindex rebuild PATH', the service picks it up by itself"),
        };
        return new JsonObject { ["title"] = title, ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), ["detail"] = detail, [ProblemCode.Member] = code };
    }

    private static string AnswerOf(string operation) => operation switch
    {
        "start-task" or "cancel-task" => "queued-task",
        "put-article" or "delete-article" => "articles-task",
        _ => operation,
    };

    private static IEnumerable<(string Type, OpenApiMediaType Media)> MediaOf<TMedia>(IEnumerable<KeyValuePair<string, TMedia>>? content)
        where TMedia : notnull
    {
        foreach ((string type, object media) in content?.Select(entry => (entry.Key, (object)entry.Value)) ?? [])
        {
            if (media is OpenApiMediaType changeable)
            {
                yield return (type, changeable);
            }
        }
    }

    private static JsonNode? ValueOf(string? parameter, string? operation) => parameter switch
    {
        "q" => operation == "suggest" ? "lfz" : "林芳正 -北约",
        "match" => "all",
        "outlet" => new JsonArray("yazhou"),
        "from" => "2023-04",
        "to" => "2023-05-01",
        "author" => new JsonArray("罗维"),
        "period" => new JsonArray("2023"),
        "facets" => "outlet,year",
        "script" => "hans,mixed",
        "sort" => "newest",
        "variants" or "collapse" => "on",
        "explain" => false,
        "page" => 1,
        "size" => 1,
        "interval" => "year",
        "format" => "csv",
        "id" => operation is "task" or "cancel-task" ? "5f0c1f3f2c9d4be7" : "f95309ae80cada53",
        "name" => "nato-japan",
        _ => null,
    };

    private static JsonNode Read(string operation)
    {
        string name = operation == "export" ? "examples/export.csv" : $"examples/{operation}.json";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly lacks the example {name}");
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        return operation == "export" ? JsonValue.Create(text) : JsonNode.Parse(text)!;
    }
}
