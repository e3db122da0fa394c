using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SearchIndex.News.Query;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Pages;

/// <summary>Whatever a service says below a path leads below that path again.</summary>
public sealed partial class PageLinksTests : IAsyncLifetime, IDisposable
{
    private const string Base = "/collections/one";

    private readonly ArticleFolder _articles = new();
    private RunningService? _service;

    private RunningService Service => _service!;

    public async Task InitializeAsync()
    {
        await _articles.AddUsual()
            .Add("nato2.txt", "日外相证实 与北约商讨开设办事处", "https://www.rfi.fr/cn/nato-9", "2023-05-11T05:00:36Z", "日本外相林芳正周三证实，日本正在与北约商讨。", "林芳正说，这将是北约在亚洲的第一个办事处。")
            .IndexAsync();
        string queries = Path.Combine(_articles.Index, "..", "queries.tsv");
        await File.WriteAllTextAsync(queries, "nato\t北约\n");
        _service = await RunningService.StartAsync(
            new SearchServiceOptions { Collections = [new() { Name = "one", IndexFolder = _articles.Index, ArchivePaths = [_articles.Articles], QueriesFile = queries }] });
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public void Dispose() => _articles.Dispose();

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?ui=en", HttpStatusCode.OK)]
    [InlineData("/?q=林芳正&outlet=dw&outlet=rfi&chart=share", HttpStatusCode.OK)]
    [InlineData("/?size=1&period=2023&period=2024", HttpStatusCode.OK)]
    [InlineData("/?q=\"林芳正 恐龙\"&outlet=dw&period=2020", HttpStatusCode.OK)]
    [InlineData("/?q=北约&page=99", HttpStatusCode.OK)]
    [InlineData("/?q=北约&from=soon", HttpStatusCode.BadRequest)]
    [InlineData("/?q=北约&after=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/status", HttpStatusCode.OK)]
    [InlineData("/operate", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("//evil.example/nothing", HttpStatusCode.NotFound)]
    public async Task Page_BelowAPath_LeadsBelowIt(string address, HttpStatusCode expected)
    {
        string page = await Service.GetPageAsync(Base + address, expected);

        AssertLeadsBelow(page);
    }

    [Fact]
    public async Task Article_BelowAPath_LeadsBelowIt()
    {
        string results = await Service.GetPageAsync(Base + "/?q=林芳正");

        string article = await Service.GetPageAsync(LinkIn(results, ArticleLink()));
        string beside = await Service.GetPageAsync(LinkIn(article, CompareLink()));

        AssertLeadsBelow(article);
        AssertLeadsBelow(beside);
    }

    [Fact]
    public async Task Task_OfTheOperatorsPage_LeadsBelowThePath()
    {
        using HttpResponseMessage started = await PostAsync("/operate/tasks", new FormUrlEncodedContent([KeyValuePair.Create("kind", "Rebuild")]));

        Assert.Equal((HttpStatusCode.SeeOther, Base + "/operate"), (started.StatusCode, started.Headers.Location?.ToString()));
        AssertLeadsBelow(await Service.GetPageAsync(Base + "/operate"));
    }

    [Fact]
    public async Task Task_OfTheApi_IsFoundWhereLocationSays()
    {
        using HttpResponseMessage started = await PostAsync("/api/v1/tasks", new StringContent("""{"kind":"optimize"}""", new MediaTypeHeaderValue("application/json")));

        string location = started.Headers.Location!.ToString();
        Assert.StartsWith(Base + "/api/v1/tasks/", location, StringComparison.Ordinal);
        Assert.Equal("Optimize", (await Service.GetJsonAsync(location)).GetProperty("kind").GetString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("/feed.atom?q=林芳正")]
    [InlineData("/feed.rss?q=林芳正")]
    [InlineData("/queries/nato.atom")]
    public async Task Feed_BelowAPath_NamesAddressesBelowIt(string address)
    {
        string site = Service.Address.ToString().TrimEnd('/') + Base;

        XElement feed = XElement.Parse(await Service.Client.GetStringAsync(Base + address));
        string[] addresses = [.. feed.Descendants().SelectMany(element => element.Name.LocalName switch
        {
            "id" or "guid" => [element.Value],
            "link" => new[] { element.Attribute("href")?.Value ?? element.Value },
            _ => [],
        })];

        Assert.NotEmpty(addresses);
        Assert.All(addresses, one => Assert.StartsWith(site + "/", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Citation_OfASearch_CanBeFollowedFromElsewhere()
    {
        string page = WebUtility.HtmlDecode(await Service.GetPageAsync(Base + "/?q=林芳正"));

        string site = Service.Address.ToString().TrimEnd('/') + Base;
        Assert.Contains($". {site}/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&index=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_OfANamedArchive_NamesItsPathAsServer()
    {
        JsonElement below = await Service.GetJsonAsync(Base + "/openapi/v1.json");
        JsonElement root = await Service.GetJsonAsync("/openapi/v1.json");

        Assert.Equal(Base, ServerOf(below));
        Assert.Equal(Base, ServerOf(root));
    }

    [Fact]
    public void Links_OfOneArchive_BeginAtTheRoot()
    {
        var parameters = new SearchParameters { Query = "a b", Page = "2" };

        Assert.Equal("/?q=a%20b&page=2", PageLinks.Root.Results(parameters));
        Assert.Equal("/articles/x%2Fy?q=a%20b&page=2", PageLinks.Root.Article("x/y", parameters));
    }

    private static string? ServerOf(JsonElement document) => document.GetProperty("servers")[0].GetProperty("url").GetString();

    private static void AssertLeadsBelow(string page)
    {
        string[] strays = [.. Addresses().Matches(page)
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Where(address => !IsBelow(address))];

        Assert.Equal([PageLinks.AllArchives], strays);
        Assert.Contains($"<form id=\"search\" class=\"search-box\" role=\"search\" action=\"{Base}/\"", page, StringComparison.Ordinal);
        Assert.Contains($"data-base=\"{Base}\"", page, StringComparison.Ordinal);
    }

    private static bool IsBelow(string address) =>
        address.StartsWith(Base + "/", StringComparison.Ordinal) || address.StartsWith(Base + "?", StringComparison.Ordinal)
        || address.StartsWith("/assets/", StringComparison.Ordinal) || address.StartsWith('#') || PageLinks.Outside(address) is not null;

    private static string LinkIn(string page, Regex link) => WebUtility.HtmlDecode(link.Match(page).Groups[1].Value);

    private async Task<HttpResponseMessage> PostAsync(string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Service.Client.SendAsync(request);
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("<h2[^>]*><a href=\"([^\"]+)\"")]
    private static partial Regex ArticleLink();

    [GeneratedRegex("class=\"compare\" href=\"([^\"]+)\"")]
    private static partial Regex CompareLink();
}
