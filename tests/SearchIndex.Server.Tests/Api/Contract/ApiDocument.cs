using System.Text.Json;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>The OpenAPI document as a stranger reads it: all that <see cref="DocumentClient"/> knows of the API.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private readonly JsonElement _root;

    public ApiDocument(JsonElement root)
    {
        _root = root;
        Operations =
        [
            .. from path in root.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where Methods.Contains(operation.Name)
               select new ApiOperation(operation.Name.ToUpperInvariant(), path.Name, operation.Value),
        ];
    }

    /// <summary>Gets the operations.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Returns what a reference of the document means.</summary>
    public JsonElement Resolve(string reference)
    {
        JsonElement found = _root;
        foreach (string part in reference.TrimStart('#', '/').Split('/'))
        {
            found = found.GetProperty(part);
        }

        return found;
    }
}
