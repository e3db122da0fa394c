using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>Calls operations and compares their answers with the document.</summary>
internal sealed class DocumentClient(ApiDocument document, HttpClient client, string? key = null)
{
    /// <summary>Returns what of an answer is not documented; empty when all is.</summary>
    /// <param name="call">The call.</param>
    /// <param name="tag">A tag that the client has an answer of, or null.</param>
    public async Task<IReadOnlyList<string>> FaultsOfAsync(DocumentedCall call, string? tag = null)
    {
        using HttpResponseMessage response = await SendAsync(call, tag);
        int status = (int)response.StatusCode;
        string body = await response.Content.ReadAsStringAsync();
        IEnumerable<string> faults = call.Operation.Answer(status) is { } answer ? FaultsOf(answer, response, body) : [$"status {status} is not documented: {body}"];
        bool isKept = call.Expected switch
        {
            Promise.Success => status is >= 200 and < 300,
            Promise.Refusal => status is >= 400 and < 500,
            _ => true,
        };
        return [.. faults.Concat(isKept ? [] : [$"{call.Expected} was promised, status {status} came: {body}"]).Select(fault => $"{call}: {fault}")];
    }

    /// <summary>Sends a call and returns the status and the tag of the answer.</summary>
    public async Task<(int Status, string? Tag)> StatusOfAsync(DocumentedCall call, string? tag = null)
    {
        using HttpResponseMessage response = await SendAsync(call, tag);
        return ((int)response.StatusCode, response.Headers.ETag?.ToString());
    }

    private async Task<HttpResponseMessage> SendAsync(DocumentedCall call, string? tag)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Operation.Method), call.Address);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (call.Body is not null)
        {
            request.Content = new StringContent(call.Body, Encoding.UTF8, call.Operation.BodyType);
        }

        return await client.SendAsync(request);
    }

    private IEnumerable<string> FaultsOf(JsonElement answer, HttpResponseMessage response, string body)
    {
        // The document says so of what is no request.
        if (response.StatusCode == HttpStatusCode.BadRequest && body.Length == 0)
        {
            return [];
        }

        bool hasContent = answer.TryGetProperty("content", out JsonElement content);
        if (!hasContent)
        {
            return body.Length == 0 ? [] : [$"no content is documented: {body}"];
        }

        string type = response.Content.Headers.ContentType?.MediaType ?? "none";
        if (!content.TryGetProperty(type, out JsonElement media))
        {
            return [$"content of type {type} is not documented"];
        }

        bool isJson = type is "application/json" or "application/problem+json";
        JsonElement value = isJson ? JsonDocument.Parse(body).RootElement : JsonSerializer.SerializeToElement(body);
        return SchemaCheck.FaultsOf(document, media.GetProperty("schema"), value);
    }
}
