using System.Text.Json;

namespace SearchIndex.Server.Tests.Api;

[Collection(UsualServiceCollection.Name)]
public sealed class SearchOpenApiTests(UsualService usual)
{
    [Fact]
    public async Task Document_Routes_AreTheApi()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");

        Assert.Equal(
            ["/api/articles/{id}", "/api/articles/{id}/related", "/api/export", "/api/queries", "/api/queries/{name}", "/api/search", "/api/stats", "/api/suggest", "/api/timeline"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_SearchParameters_AreDescribed()
    {
        JsonElement document = await usual.Service.GetJsonAsync("/openapi/v1.json");
        JsonElement[] parameters = [.. Operation(document, "/api/search").GetProperty("parameters").EnumerateArray()];

        Assert.Equal(
            [
                "q", "match", "outlet", "from", "to", "author", "period", "facets", "script", "sort", "variants", "collapse", "explain", "page", "size", "after",
            ],
            parameters.Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        Assert.Equal(100, parameters.Single(parameter => parameter.GetProperty("name").GetString() == "size").GetProperty("schema").GetProperty("maximum").GetInt32());
    }

    [Theory]
    [InlineData("/api/search", "200 400 410 503")]
    [InlineData("/api/articles/{id}", "200 400 404 503")]
    [InlineData("/api/stats", "200 503")]
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

    private static JsonElement Operation(JsonElement document, string path) => document.GetProperty("paths").GetProperty(path).GetProperty("get");
}
