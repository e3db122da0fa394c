using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Paging;

namespace SearchIndex.Server.Tests.Api;

[Collection(UsualServiceCollection.Name)]
public sealed partial class SearchApiTests(UsualService usual)
{
    [Fact]
    public async Task Search_Name_FindsBothScriptsAndMarksThem()
    {
        JsonElement page = await usual.Service.GetJsonAsync("/api/search?q=林芳正");

        Assert.Equal(2, page.GetProperty("total").GetProperty("value").GetInt32());
        JsonElement[] hits = [.. page.GetProperty("hits").EnumerateArray()];
        Assert.Equal(["hans", "hant"], hits.Select(hit => hit.GetProperty("script").GetString()).Order());
        foreach (JsonElement hit in hits)
        {
            JsonElement passage = hit.GetProperty("passages")[0];
            JsonElement mark = passage.GetProperty("marks")[0];
            string text = passage.GetProperty("text").GetString()!;
            Assert.Equal("林芳正", text.Substring(mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32()));
        }
    }

    [Theory]
    [InlineData("q=日本&script=hant", "nato.txt")]
    [InlineData("q=日本&outlet=rfi", "treaty.txt")]
    [InlineData("q=&outlet=rfi&outlet=&from=2024&to=2024-03", "treaty.txt")]
    [InlineData("q=日本&from=2023-05-11&to=2023-05-11", "nato.txt")]
    [InlineData("q=日本&from=2024-07-28T11:07:48Z", "talks.txt")]
    [InlineData("q=日本&to=2023-05-11T02:00:36Z", "")]
    [InlineData("to=2020", "weather.txt")]
    [InlineData("q=日本&sort=oldest&size=1&page=2", "treaty.txt")]
    [InlineData("q=日本&sort=newest", "talks.txt treaty.txt nato.txt")]
    [InlineData("q=停课 登陆 恐龙&match=any", "weather.txt")]
    [InlineData("q=停课 登陆 恐龙", "")]
    public async Task Search_Filters_LetTheRightArticlesThrough(string query, string expected)
    {
        JsonElement page = await usual.Service.GetJsonAsync("/api/search?" + query);

        Assert.Equal(expected, string.Join(' ', page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("source").GetString())));
    }

    [Theory]
    [InlineData("match", "both", "all, any")]
    [InlineData("from", "yesterday", "2023-05-01")]
    [InlineData("to", "2023-02-30", "2023-05-01")]
    [InlineData("script", "latin", "hans, hant, mixed")]
    [InlineData("sort", "best", "relevance, fresh, newest, oldest")]
    [InlineData("page", "0", "from 1 to 100 ")]
    [InlineData("page", "101", "from 1 to 100 ")]
    [InlineData("size", "101", "from 1 to 100")]
    [InlineData("size", "many", "from 1 to 100")]
    [InlineData("after", "garbage", "unchanged")]
    public async Task Search_WrongParameter_NamesParameterValueAndWhatIsAllowed(string name, string value, string allowed)
    {
        JsonElement problem = await usual.Service.GetJsonAsync($"/api/search?q=日本&{name}={value}", HttpStatusCode.BadRequest);

        string message = problem.GetProperty("errors").GetProperty(name)[0].GetString()!;
        Assert.Contains($"'{value}'", message, StringComparison.Ordinal);
        Assert.Contains(allowed, message, StringComparison.Ordinal);
        Assert.Contains(name + ": ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Next_GoesOnBehindThePage()
    {
        JsonElement all = await usual.Service.GetJsonAsync("/api/search?q=日本");
        JsonElement first = await usual.Service.GetJsonAsync("/api/search?q=日本&size=1");
        string next = first.GetProperty("next").GetString()!;

        JsonElement second = await usual.Service.GetJsonAsync($"/api/search?q=日本&size=1&after={next}");

        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        Assert.Equal(all.GetProperty("hits")[1].GetProperty("id").GetString(), second.GetProperty("hits")[0].GetProperty("id").GetString());
        Assert.Equal((2, 2), (second.GetProperty("first").GetInt32(), second.GetProperty("page").GetInt32()));
    }

    [Fact]
    public async Task Search_CursorOfAnotherSearch_IsAProblem()
    {
        JsonElement first = await usual.Service.GetJsonAsync("/api/search?q=日本&size=1");
        string next = first.GetProperty("next").GetString()!;

        JsonElement problem = await usual.Service.GetJsonAsync($"/api/search?q=北约&after={next}", HttpStatusCode.BadRequest);
        JsonElement both = await usual.Service.GetJsonAsync($"/api/search?q=日本&page=2&after={next}", HttpStatusCode.BadRequest);
        string page = await usual.Service.GetPageAsync($"/?q=北约&after={next}", HttpStatusCode.BadRequest);

        Assert.Contains("another search", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(both.GetProperty("errors").TryGetProperty("page", out _));
        Assert.Contains("/?q=%E5%8C%97%E7%BA%A6\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_CursorOfAnIndexThatIsNotKept_IsGone()
    {
        JsonElement first = await usual.Service.GetJsonAsync("/api/search?q=日本&size=1");
        SearchCursor next = SearchCursor.TryParse(first.GetProperty("next").GetString())!;
        SearchCursor gone = next with { Index = next.Index + 1 };

        JsonElement problem = await usual.Service.GetJsonAsync($"/api/search?q=日本&after={gone}", HttpStatusCode.Gone);
        await usual.Service.GetPageAsync($"/?q=日本&after={gone}", HttpStatusCode.Gone);

        Assert.Contains("no longer kept", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("%00%01%1b[31m")]
    [InlineData("%FF%FE")]
    [InlineData("%")]
    [InlineData("\"\"\"")]
    [InlineData("(((((")]
    [InlineData("title:")]
    [InlineData("- -- -\"")]
    [InlineData("*?~^:\\/{}[]!%26|%2B")]
    [InlineData("%E2%80%AE%E2%80%8B%EF%BB%BF")]
    [InlineData("%F0%A0%AE%B7")]
    public async Task Search_AnyText_IsAnswered(string query)
    {
        await usual.Service.GetJsonAsync("/api/search?q=" + query);
        await usual.Service.GetPageAsync("/?q=" + query);
    }

    [Fact]
    public async Task Search_LoneSurrogate_IsAnswered()
    {
        // No URL carries one; the handler is called with it as it is.
        using NewsSearcher searcher = NewsSearcher.Open(usual.Index);

        SearchPage page = searcher.Search(new SearchRequest { Query = "\ud800林\udc00" });

        Assert.Contains("林", JsonSerializer.Serialize(page, NewsJson.Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_LongestQueries_AreCutWithANotice()
    {
        JsonElement page = await usual.Service.GetJsonAsync("/api/search?q=" + Uri.EscapeDataString(new string('林', SearchRequest.MaxQueryLength + 1)));

        Assert.NotEmpty(page.GetProperty("notices").EnumerateArray());
    }

    [Fact]
    public async Task Search_UrlBeyondTheLimit_IsRefused()
    {
        using HttpResponseMessage response = await usual.Service.Client.GetAsync("/api/search?q=" + new string('a', 70_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Fact]
    public async Task Search_Json_IsThatOfTheDomain()
    {
        using NewsSearcher searcher = NewsSearcher.Open(usual.Index);
        string expected = JsonSerializer.Serialize(searcher.Search(new SearchRequest { Query = "林芳正" }), NewsJson.Readable);

        string actual = await usual.Service.Client.GetStringAsync("/api/search?q=林芳正");

        Assert.Equal(WithoutTime(expected), WithoutTime(actual));
    }

    [Fact]
    public async Task FindArticle_WithQuery_ReturnsWholeTextWithMarks()
    {
        JsonElement page = await usual.Service.GetJsonAsync("/api/search?q=林芳正&script=hant");
        string id = page.GetProperty("hits")[0].GetProperty("id").GetString()!;

        JsonElement article = await usual.Service.GetJsonAsync($"/api/articles/{id}?q=林芳正");
        JsonElement plain = await usual.Service.GetJsonAsync($"/api/articles/{id}");

        Assert.Equal("日外相證實 與北約商討開設辦事處", article.GetProperty("title").GetString());
        Assert.Equal(2, article.GetProperty("bodyMarks").GetArrayLength());
        Assert.Equal(0, plain.GetProperty("bodyMarks").GetArrayLength());
        Assert.Equal("nato.txt", article.GetProperty("sources")[0].GetString());
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("nobody")]
    [InlineData("%F0%A0%AE%B7")]
    public async Task FindArticle_Unknown_Is404(string id)
    {
        JsonElement problem = await usual.Service.GetJsonAsync("/api/articles/" + id, HttpStatusCode.NotFound);

        Assert.Contains(Uri.UnescapeDataString(id), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_Index_IsDescribed()
    {
        JsonElement stats = await usual.Service.GetJsonAsync("/api/stats");

        Assert.Equal(4, stats.GetProperty("articles").GetInt32());
        Assert.Equal(1, stats.GetProperty("scripts").GetProperty("hant").GetInt32());
        Assert.Equal("dw", stats.GetProperty("outlets")[0].GetProperty("id").GetString());
        Assert.Equal("2020-12-08T00:00:00Z", stats.GetProperty("oldest").GetString());
    }

    [Fact]
    public async Task UnknownRoute_IsAProblem()
    {
        await usual.Service.GetJsonAsync("/api/nothing/here", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WrongMethod_IsAProblem()
    {
        using HttpResponseMessage response = await usual.Service.Client.PostAsync("/api/search?q=a", content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static string WithoutTime(string json) => Took().Replace(json, "\"tookMs\":0");

    [GeneratedRegex("\"tookMs\":[0-9.E-]+")]
    private static partial Regex Took();
}
