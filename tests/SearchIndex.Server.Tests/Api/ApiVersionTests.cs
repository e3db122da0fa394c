using System.IO.Compression;
using System.Net;
using System.Text.Json;
using SearchIndex.Server.Api;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Api;

/// <summary>What holds for all addresses of the API: versions, codes, tags, compression, other origins.</summary>
[Collection(UsualServiceCollection.Name)]
public sealed class ApiVersionTests(UsualService usual)
{
    [Theory]
    [InlineData("/stats")]
    [InlineData("/queries")]
    [InlineData("/suggest?q=lfz")]
    [InlineData("/timeline?q=日本")]
    public async Task Addresses_WithoutAVersion_AreThoseOfTheCurrentOne(string address)
    {
        string current = await usual.Service.Client.GetStringAsync("/api/v1" + address);
        string alias = await usual.Service.Client.GetStringAsync("/api" + address);

        Assert.Equal(current, alias);
    }

    [Fact]
    public async Task Addresses_OfAnotherVersion_AreUnknown()
    {
        JsonElement problem = await usual.Service.GetJsonAsync("/api/v2/stats", HttpStatusCode.NotFound);

        Assert.Equal("unknown-address", CodeOf(problem));
        Assert.Contains("'/api/v1/v2/stats'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/search?size=0", HttpStatusCode.BadRequest, "wrong-parameter")]
    [InlineData("/api/v1/articles/0000000000000000", HttpStatusCode.NotFound, "unknown-article")]
    [InlineData("/api/v1/articles/0000000000000000/related", HttpStatusCode.NotFound, "unknown-article")]
    [InlineData("/api/v1/queries/nobody", HttpStatusCode.NotFound, "unknown-query")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "unknown-address")]
    public async Task Problems_HaveACode(string address, HttpStatusCode status, string code)
    {
        JsonElement problem = await usual.Service.GetJsonAsync(address, status);

        Assert.Equal(code, CodeOf(problem));
    }

    [Fact]
    public async Task WrongMethod_HasACode()
    {
        using HttpResponseMessage response = await usual.Service.Client.DeleteAsync("/api/v1/articles/0000000000000000/related");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("wrong-method", CodeOf(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement));
    }

    [Fact]
    public void Codes_AreListed_InTheDocument()
    {
        string document = File.ReadAllText(RepositoryFolder.At("docs/api.md"));
        string[] missing = [.. typeof(ProblemCode).GetFields()
            .Where(field => field.IsLiteral && field.Name != nameof(ProblemCode.Member))
            .Select(field => $"`{field.GetRawConstantValue()}`")
            .Where(code => !document.Contains(code, StringComparison.Ordinal))];

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("/api/v1/search?q=日本")]
    [InlineData("/api/v1/timeline?q=日本")]
    [InlineData("/api/v1/suggest?q=lfz")]
    [InlineData("/api/stats")]
    public async Task Tag_OfAnAnswer_SavesTheSecondOne(string address)
    {
        using HttpResponseMessage first = await usual.Service.Client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", "\"other\", " + first.Headers.ETag);
        using HttpResponseMessage second = await usual.Service.Client.SendAsync(again);

        Assert.Equal("public, no-cache", first.Headers.CacheControl?.ToString().Replace("no-cache, public", "public, no-cache", StringComparison.Ordinal));
        Assert.True(first.Headers.ETag?.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/v1/search?size=0")]
    [InlineData("/api/v1/articles/0000000000000000")]
    public async Task Problems_HaveNoTag(string address)
    {
        using HttpResponseMessage response = await usual.Service.Client.GetAsync(address);

        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Tag_AfterANewCommit_IsAnother()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        string? first = await TagAsync(articles);
        string? same = await TagAsync(articles);
        await articles.Add("dinosaur.txt", "恐龙化石出土", "https://www.dw.com/zh/dinosaur/a-9", "2024-08-01", "新的恐龙化石。").IndexAsync();

        Assert.Equal(first, same);
        Assert.NotEqual(first, await TagAsync(articles));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_AreCompressed_ForThoseWhoTakeIt(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=日本");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using HttpResponseMessage response = await usual.Service.Client.SendAsync(request);
        await using Stream raw = await response.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(raw, CompressionMode.Decompress) : new GZipStream(raw, CompressionMode.Decompress);
        using JsonDocument page = await JsonDocument.ParseAsync(unpacked);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(3, page.RootElement.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task OtherOrigins_MayNotReadUnlessListed()
    {
        using ArticleFolder articles = new ArticleFolder().AddUsual();
        await articles.IndexAsync();
        await using RunningService listed = await RunningService.StartAsync(
            new SearchServiceOptions { Collections = [new() { IndexFolder = articles.Index }], CorsOrigins = ["https://library.example"] });

        Assert.Null(await AllowedOriginAsync(usual.Service, "https://library.example"));
        Assert.Equal("https://library.example", await AllowedOriginAsync(listed, "https://library.example"));
        Assert.Null(await AllowedOriginAsync(listed, "https://evil.example"));
        Assert.Null(await AllowedOriginAsync(listed, "https://library.example", "/"));
    }

    private static async Task<string?> AllowedOriginAsync(RunningService service, string origin, string address = "/api/v1/stats")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", origin);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out IEnumerable<string>? values) ? values.Single() : null;
    }

    private static async Task<string?> TagAsync(ArticleFolder articles)
    {
        await using RunningService service = await RunningService.StartAsync(articles.Index);
        using HttpResponseMessage response = await service.Client.GetAsync("/api/v1/stats");
        return response.Headers.ETag?.Tag;
    }

    private static string? CodeOf(JsonElement problem) => problem.GetProperty("code").GetString();
}
