using System.Text.Json;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>An operation of the document.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, with parameters in braces.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record ApiOperation(string Method, string Path, JsonElement Description)
{
    /// <summary>Gets the parameters.</summary>
    public IReadOnlyList<JsonElement> Parameters =>
        Description.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray()] : [];

    /// <summary>Gets the schema of the JSON that the operation reads, with its example; null when it reads none.</summary>
    public JsonElement? Body =>
        Description.TryGetProperty("requestBody", out JsonElement body) ? body.GetProperty("content").EnumerateObject().First().Value : null;

    /// <summary>Gets the kind of content that the operation reads.</summary>
    public string BodyType => Description.GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Name;

    /// <summary>Returns what the document says of answers of a status, or null when there are none.</summary>
    public JsonElement? Answer(int status) =>
        Description.GetProperty("responses").TryGetProperty($"{status}", out JsonElement answer) ? answer : null;

    public override string ToString() => $"{Method} {Path}";
}
