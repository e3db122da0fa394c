using System.Text.Json;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api;

[Collection(UsualServiceCollection.Name)]
public sealed class SearchOpenApiTests(UsualService usual)
{
    [Fact]
    public async Task Document_Routes_AreTheApi()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");

        Assert.Equal(
            ["/api/v1/articles/{id}", "/api/v1/articles/{id}/related", "/api/v1/articles:bulk", "/api/v1/collections", "/api/v1/export", "/api/v1/queries", "/api/v1/queries/{name}", "/api/v1/search", "/api/v1/stats", "/api/v1/suggest", "/api/v1/tasks", "/api/v1/tasks/{id}", "/api/v1/timeline"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_SearchParameters_AreDescribed()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        JsonElement[] parameters = [.. Operation(document, "/api/v1/search").GetProperty("parameters").EnumerateArray()];

        Assert.Equal(
            [
                "q", "match", "outlet", "from", "to", "author", "period", "facets", "script", "sort", "variants", "collapse", "explain", "page", "size", "after",
            ],
            parameters.Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        Assert.Equal(100, parameters.Single(parameter => parameter.GetProperty("name").GetString() == "size").GetProperty("schema").GetProperty("maximum").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/search", "200 304 400 401 403 410 414 429 500 503")]
    [InlineData("/api/v1/articles/{id}", "200 304 400 401 403 404 414 429 500 503")]
    [InlineData("/api/v1/stats", "200 304 400 401 403 414 429 500 503")]
    public async Task Document_Responses_AreDescribed(string path, string statuses)
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        JsonElement responses = Operation(document, path).GetProperty("responses");

        Assert.Equal(statuses.Split(' '), responses.EnumerateObject().Select(response => response.Name));
        Assert.All(responses.EnumerateObject(), response => Assert.EndsWith(".", response.Value.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_Dates_AreDates()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        JsonElement hit = document.GetProperty("components").GetProperty("schemas").GetProperty("SearchHit").GetProperty("properties");

        Assert.Equal("date-time", hit.GetProperty("published").GetProperty("format").GetString());
        Assert.Equal("integer", hit.GetProperty("occurrences").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Document_InTheRepository_IsTheOneThatIsServed()
    {
        string served = await usual.Service.Client.GetStringAsync("/openapi/v1.json");
        string kept = await File.ReadAllTextAsync(RepositoryFolder.At("docs/openapi.json"));

        // When they differ on purpose: curl -s http://127.0.0.1:5080/openapi/v1.json > docs/openapi.json
        Assert.Equal(kept.ReplaceLineEndings("\n").TrimEnd(), served.ReplaceLineEndings("\n").TrimEnd());
        Assert.StartsWith("3.1", JsonDocument.Parse(served).RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_EveryOperation_HasExamples()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        var missing = new List<string>();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            JsonElement operation = path.Value;
            JsonElement answer = operation.GetProperty("responses").EnumerateObject().First(response => response.Name.StartsWith('2'))
                .Value.GetProperty("content").EnumerateObject().First().Value;
            bool isWhole = answer.TryGetProperty("example", out _)
                && (!operation.TryGetProperty("requestBody", out JsonElement body)
                    || body.GetProperty("content").EnumerateObject().All(media => media.Value.TryGetProperty("example", out _)))
                && (!operation.TryGetProperty("parameters", out JsonElement parameters)
                    || parameters.EnumerateArray().All(parameter => parameter.GetProperty("name").GetString() == "after" || parameter.TryGetProperty("example", out _)));
            missing.AddRange(isWhole ? [] : [operation.GetProperty("operationId").GetString()!]);
        }

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("/api/v1/search", "?q=日本")]
    [InlineData("/api/v1/timeline", "?q=日本")]
    [InlineData("/api/v1/suggest", "?q=lfz")]
    [InlineData("/api/v1/stats", "")]
    public async Task Document_Examples_HaveTheMembersOfAnswers(string path, string query)
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        JsonElement example = Operation(document, path).GetProperty("responses").GetProperty("200").GetProperty("content")
            .GetProperty("application/json").GetProperty("example");
        JsonElement answer = await usual.Service.GetJsonAsync(path + query);

        Assert.Equal(
            answer.EnumerateObject().Select(member => member.Name), example.EnumerateObject().Select(member => member.Name));
    }

    private static JsonElement Operation(JsonElement document, string path) => document.GetProperty("paths").GetProperty(path).GetProperty("get");
}
