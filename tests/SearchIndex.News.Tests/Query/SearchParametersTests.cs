using SearchIndex.News.Ingest;
using SearchIndex.News.Query;

namespace SearchIndex.News.Tests.Query;

public sealed class SearchParametersTests
{
    [Fact]
    public void Bind_NothingGiven_IsDefaultRequest()
    {
        SearchRequest request = new SearchParameters().Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Empty(problems);
        Assert.Equal((string.Empty, MatchMode.All, SortOrder.Relevance), (request.Query, request.Match, request.Sort));
        Assert.Equal((1, SearchRequest.DefaultSize), (request.Page, request.Size));
        Assert.Empty(request.Outlets);
        Assert.Null(request.From);
        Assert.Null(request.To);
        Assert.Empty(request.Scripts);
    }

    [Fact]
    public void Bind_BlankValues_AreAsIfNotGiven()
    {
        var parameters = new SearchParameters
        {
            Query = "北约",
            Match = "",
            Outlets = ["", "dw"],
            From = " ",
            To = "",
            Script = "",
            Sort = "",
            Page = "",
            Size = "",
        };

        SearchRequest request = parameters.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Empty(problems);
        Assert.Equal(["dw"], request.Outlets);
        Assert.Null(request.From);
    }

    [Fact]
    public void Bind_EverythingGiven_IsInTheRequest()
    {
        var parameters = new SearchParameters
        {
            Query = " 林芳正 ",
            Match = "any",
            Outlets = ["dw", "rfi"],
            From = "2023-05",
            To = "2023-05-11",
            Script = "Hant",
            Sort = "newest",
            Page = "10",
            Size = "100",
        };

        SearchRequest request = parameters.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Empty(problems);
        Assert.Equal(" 林芳正 ", request.Query);
        Assert.Equal((MatchMode.Any, SortOrder.Newest), (request.Match, request.Sort));
        Assert.Equal([ArticleScript.Hant], request.Scripts);
        Assert.Equal(new DateTimeOffset(2023, 5, 1, 0, 0, 0, TimeSpan.Zero), request.From);
        Assert.Equal(new DateTimeOffset(2023, 5, 12, 0, 0, 0, TimeSpan.Zero), request.To);
        Assert.Equal((10, 100), (request.Page, request.Size));
    }

    [Theory]
    [InlineData("match", "both", "one of all, any")]
    [InlineData("match", "1", "one of all, any")]
    [InlineData("from", "soon", DateBound.Allowed)]
    [InlineData("to", "2023-13", DateBound.Allowed)]
    [InlineData("script", "kana", "one of none, hans, hant, mixed")]
    [InlineData("sort", "best", "one of relevance, fresh, newest, oldest")]
    [InlineData("after", "garbage", "the text that an answer has as next, unchanged")]
    [InlineData("page", "0", "a whole number from 1 to 100 (page × size reaches 1000; after goes on behind)")]
    [InlineData("page", "99999999999", "a whole number from 1 to 100 (page × size reaches 1000; after goes on behind)")]
    [InlineData("page", "1,000", "a whole number from 1 to 100 (page × size reaches 1000; after goes on behind)")]
    [InlineData("size", "101", "a whole number from 1 to 100")]
    [InlineData("size", "-1", "a whole number from 1 to 100")]
    [InlineData("size", "ten", "a whole number from 1 to 100")]
    public void Bind_WrongValue_NamesParameterValueAndWhatIsAllowed(string name, string value, string allowed)
    {
        var parameters = new SearchParameters
        {
            Match = name == "match" ? value : null,
            From = name == "from" ? value : null,
            To = name == "to" ? value : null,
            Script = name == "script" ? value : null,
            Sort = name == "sort" ? value : null,
            Page = name == "page" ? value : null,
            Size = name == "size" ? value : null,
            After = name == "after" ? value : null,
        };

        parameters.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Equal([new ParameterProblem(name, value, allowed)], problems);
    }

    [Fact]
    public void Bind_PageBeyondDepth_IsRefused()
    {
        new SearchParameters { Page = "101", Size = "100" }.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Equal("page", Assert.Single(problems).Name);
    }

    [Fact]
    public void Bind_FromAfterTo_IsRefused()
    {
        new SearchParameters { From = "2024", To = "2023" }.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Equal(new ParameterProblem("to", "2023", "a date that ends after from (2024)"), Assert.Single(problems));
    }

    [Fact]
    public void Bind_SameDayTwice_IsThatDay()
    {
        SearchRequest request = new SearchParameters { From = "2023-05-11", To = "2023-05-11" }.Bind(out IReadOnlyList<ParameterProblem> problems);

        Assert.Empty(problems);
        Assert.Equal(TimeSpan.FromDays(1), request.To - request.From);
    }
}
