using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Export;
using SearchIndex.News.Query.Facets;
using SearchIndex.News.Suggestions;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Api;

/// <summary>The OpenAPI document: what the code cannot tell about the API, such as the allowed values of parameters that are bound as text.</summary>
internal static class SearchOpenApi
{
    private static readonly string[] Formats = ["csv", "jsonl", "ris", "bibtex", "csl"];

    private static readonly string?[] NotCached =
        ["export", "collections", "queries", "query", "start-task", "tasks", "task", "cancel-task", "put-article", "delete-article", "put-articles"];

    /// <summary>Adds the document; it is served at <c>/openapi/v1.json</c>.</summary>
    public static void AddSearchOpenApi(this IServiceCollection services) => services.AddHttpContextAccessor().AddOpenApi(options =>
    {
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeDates);
        options.AddSchemaTransformer(ProblemSchema.Describe);
    });

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "SearchIndex";
        document.Info.Description = "Full-text search in archives of Chinese-language news. Errors are problem details (RFC 9457) with a code. Addresses without /v1 mean the same.";
        document.Info.Version = "1";
        document.Servers = [.. ServersOf(context.ApplicationServices)];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of 'searchindex keys create'; needed only where the service says so.",
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>
    /// The base that the document was asked for under; at the root of a service with several archives, those of all that the key is for. It is not
    /// taken from the address that the framework made of the host, which clients write as they like.
    /// </summary>
    private static IEnumerable<OpenApiServer> ServersOf(IServiceProvider services)
    {
        HttpContext context = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        SearchServiceOptions options = services.GetRequiredService<SearchServiceOptions>();
        string? asked = context.Request.PathBase.Value;
        string[] paths = string.IsNullOrEmpty(asked)
            ? [.. services.GetRequiredService<CollectionSet>().Where(one => KeyGate.MaySearch(context, options, one)).Select(one => one.Path)]
            : [asked];
        return paths.Select(one => new OpenApiServer { Url = one.Length == 0 ? "/" : one });
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            bool isOfSuggestions = operation.OperationId == "suggest";
            parameter.Schema = isOfSuggestions && parameter.Name == "size"
                ? WholeNumber(SuggestionList.DefaultSize, SuggestionList.MaxSize)
                : SchemaOf(parameter.Name) ?? parameter.Schema;
        }

        AddCommonResponses(operation, context.Document);
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            response.Description = status switch
            {
                "200" => "The answer.",
                "202" => "Accepted: what was sent, and the task, are on stable storage. Location says where the task is.",
                "304" => "The client has the answer already: its If-None-Match names it.",
                "400" when operation.RequestBody is not null => "The body is not what it should be; the problem says where.",
                "400" when response.Content is { Count: > 0 } =>
                    "A parameter has a value that is not allowed; the problem names parameter, value and what is allowed. What is no request at all, such as a zero byte in the path, gets 400 without content.",
                "400" => "What was sent is no request, such as a zero byte in the path.",
                "401" => "The service wants a key, and there was none that it knows.",
                "403" => "The key is not for this.",
                "404" => operation.OperationId switch
                {
                    "query" => "The service has no such query.",
                    "task" or "cancel-task" => "The service knows no such task.",
                    _ => "The index has no such article.",
                },
                "409" => "The service cannot do that as it is set up, or as the task stands; the code of the problem says why.",
                "410" => "The view of the index that the cursor goes on in is no longer kept.",
                "413" => "The body is larger than allowed.",
                "414" => "The address is longer than the service takes.",
                "415" => "The body is of another kind, or compressed.",
                "429" => "Too many requests; Retry-After says when to come again.",
                "500" => "The service failed; its log says why.",
                "503" => operation.OperationId is "start-task" or "put-article" or "put-articles" or "delete-article"
                    ? "Too many tasks wait, the journal cannot be written, or the service is busy; the code of the problem says which."
                    : "There is no index yet, the query took too long, or the service is busy; the code of the problem says which.",
                _ => response.Description,
            };
        }

        if (operation.OperationId == "export" && operation.Responses?["200"] is OpenApiResponse file)
        {
            file.Content = Enum.GetValues<ExportFormat>().ToDictionary(
                format => ArticleExporter.Of(format).MediaType.Split(';')[0],
                _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        if (operation.OperationId == "put-articles" && operation.Responses?["400"].Content?.Values.First() is OpenApiMediaType lines)
        {
            lines.Schema = ProblemSchema.OfLines(context.Document);
        }

        ApiExamples.AddTo(operation);
        return Task.CompletedTask;
    }

    /// <summary>What every operation may answer, whatever it is about.</summary>
    private static void AddCommonResponses(OpenApiOperation operation, OpenApiDocument? document)
    {
        OpenApiResponses responses = operation.Responses ??= [];
        if (!NotCached.Contains(operation.OperationId))
        {
            responses.TryAdd("304", new OpenApiResponse());
        }

        ProblemSchema.AddTo(responses, document);
        var sorted = responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        sorted.ForEach(response => responses.Add(response.Key, response.Value));
    }

    /// <summary>Dates have a converter of their own, which hides their kind from the generator.</summary>
    private static Task DescribeDates(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset) || context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            bool isOptional = context.JsonTypeInfo.Type == typeof(DateTimeOffset?);
            schema.Type = isOptional ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema? SchemaOf(string? parameter) => parameter switch
    {
        "match" => Choice<MatchMode>(MatchMode.All),
        "interval" => Choice<TimelineInterval>(null),
        "format" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Formats.Select(name => JsonValue.Create(name))], Default = JsonValue.Create(Formats[0]) },
        "sort" => Choice<SortOrder>(SortOrder.Relevance),
        "collapse" or "variants" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("on"), JsonValue.Create("off")], Default = JsonValue.Create("on") },
        "explain" => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
        "page" => WholeNumber(1, SearchRequest.MaxDepth),
        "size" => WholeNumber(SearchRequest.DefaultSize, SearchRequest.MaxSize),
        _ => null,
    };

    private static OpenApiSchema Choice<T>(T? fallback)
        where T : struct, Enum => new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames<T>().Select(name => JsonValue.Create(name.ToLowerInvariant()))],
            Default = fallback is null ? null : JsonValue.Create(fallback.Value.ToString().ToLowerInvariant()),
        };

    private static OpenApiSchema WholeNumber(int fallback, int max) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = "1",
        Maximum = max.ToString(CultureInfo.InvariantCulture),
        Default = JsonValue.Create(fallback),
    };
}
