using System.Net;
using System.Text.Json;
using SearchIndex.Server.Pages;

namespace SearchIndex.Server.Tests.Api;

[Collection(UsualServiceCollection.Name)]
public sealed class SuggestApiTests(UsualService usual)
{
    [Theory]
    [InlineData("lfz", "林芳正", "name")]
    [InlineData("lin fang", "林芳正", "name")]
    [InlineData("日美", "日美强化军事合作", "title")]
    [InlineData("weather", "weather.example", "outlet")]
    public async Task Suggest_Typed_ReturnsTextQueryKindAndCount(string typed, string text, string kind)
    {
        JsonElement list = await usual.Service.GetJsonAsync($"/api/suggest?q={typed}&size=5");

        Assert.Equal(typed, list.GetProperty("query").GetString());
        JsonElement found = list.GetProperty("suggestions").EnumerateArray().First(suggestion => suggestion.GetProperty("text").GetString() == text);
        Assert.Equal(kind, found.GetProperty("kind").GetString());
        string query = Uri.EscapeDataString(found.GetProperty("query").GetString()!);
        JsonElement page = await usual.Service.GetJsonAsync($"/api/search?q={query}");
        Assert.Equal(page.GetProperty("articles").GetInt32(), found.GetProperty("articles").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=qqq")]
    public async Task Suggest_NothingToSuggest_IsAnEmptyList(string query)
    {
        JsonElement list = await usual.Service.GetJsonAsync("/api/suggest" + query);

        Assert.Equal(0, list.GetProperty("suggestions").GetArrayLength());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("many")]
    public async Task Suggest_WrongSize_IsAProblem(string size)
    {
        JsonElement problem = await usual.Service.GetJsonAsync($"/api/suggest?q=l&size={size}", HttpStatusCode.BadRequest);

        Assert.Contains("from 1 to 20", problem.GetProperty("errors").GetProperty("size")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Misspelled_OffersTheCorrectionInJsonAndOnThePage()
    {
        JsonElement page = await usual.Service.GetJsonAsync("/api/search?q=林方正&script=hans");
        string html = await usual.Service.GetPageAsync("/?q=林方正&script=hans");

        JsonElement correction = page.GetProperty("didYouMean")[0];
        Assert.Equal("林芳正", correction.GetProperty("query").GetString());
        Assert.Equal("homophone", correction.GetProperty("kind").GetString());
        Assert.Equal(1, correction.GetProperty("articles").GetInt32());
        Assert.Contains(PageText.Hans.DidYouMean, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=%E6%9E%97%E8%8A%B3%E6%AD%A3&amp;script=hans\"", html, StringComparison.Ordinal);
    }
}
