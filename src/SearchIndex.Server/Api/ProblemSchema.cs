using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SearchIndex.Server.Tasks;

namespace SearchIndex.Server.Api;

/// <summary>Describes problems in the OpenAPI document: what each of them has beyond RFC 9457, and that each operation may have any of the common ones.</summary>
internal static class ProblemSchema
{
    private const string MediaType = "application/problem+json";

    private static readonly string[] Common = ["401", "403", "429", "500", "503"];

    /// <summary>What is answered before there is a request to describe a problem of.</summary>
    private static readonly string[] BeforeARequest = ["400", "414"];

    /// <summary>Adds the members of the service to the schemas of problems.</summary>
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (!context.JsonTypeInfo.Type.IsAssignableTo(typeof(ProblemDetails)))
        {
            return Task.CompletedTask;
        }

        AddMembers(schema);
        return Task.CompletedTask;
    }

    /// <summary>Returns the schema of the problem of many articles of which none was taken: what is wrong with each line stands in it too.</summary>
    public static OpenApiSchema OfLines(OpenApiDocument? document)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["rejected"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "How many lines were not taken." },
                ["problems"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchemaReference(nameof(ArticleLineProblem), document),
                    Description = "Why: the first 100 of them.",
                },
            },
        };
        AddMembers(schema);
        return schema;
    }

    private static void AddMembers(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties[ProblemCode.Member] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "What the problem is, for programs; a code keeps its meaning.",
            Enum = [.. Codes().Select(code => (JsonNode)JsonValue.Create(code))],
        };
        schema.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the log of the service calls the request." };
        schema.Required = new HashSet<string> { "title", "status", ProblemCode.Member };
    }

    /// <summary>Adds the problems that every operation may answer with, and says of each response with a problem that it has one.</summary>
    public static void AddTo(OpenApiResponses responses, OpenApiDocument? document)
    {
        foreach (string status in BeforeARequest)
        {
            responses.TryAdd(status, new OpenApiResponse());
        }

        foreach (string status in Common)
        {
            responses.TryAdd(status, new OpenApiResponse());
            if (responses[status] is OpenApiResponse { Content: null or { Count: 0 } } response)
            {
                response.Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
                };
            }
        }
    }

    private static IEnumerable<string> Codes() => typeof(ProblemCode).GetFields(BindingFlags.Static | BindingFlags.Public)
        .Where(field => field.IsLiteral && field.Name != nameof(ProblemCode.Member))
        .Select(field => (string)field.GetRawConstantValue()!);
}
