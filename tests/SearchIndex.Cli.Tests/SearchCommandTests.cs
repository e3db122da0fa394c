using System.Text.Json;
using System.Text.RegularExpressions;
using SearchIndex.Server;

namespace SearchIndex.Cli.Tests;

public sealed partial class SearchCommandTests : IAsyncLifetime, IDisposable
{
    private readonly CommandLineRun _run = new CommandLineRun()
        .Add("a-1.txt", "日外相談北約", "日本外相林芳正說，正與北約商討。")
        .Add("a-2.txt", "林芳正访华", "日本外相林芳正抵达北京。")
        .Add("a-3.txt", "台风登陆", "沿海多地停课。");

    public Task InitializeAsync() => _run.RunAsync(["rebuild", _run.Articles]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Search_Words_PrintsHitsWithMarks()
    {
        int code = await _run.RunAsync(["search", "林芳正", "北京"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith("1 articles, page 1, ", _run.Output, StringComparison.Ordinal);
        Assert.Contains("1. «林芳正»访华", _run.Output, StringComparison.Ordinal);
        Assert.Contains("«北京»", _run.Output, StringComparison.Ordinal);
        Assert.Contains("https://www.dw.com/zh/a-2.txt", _run.Output, StringComparison.Ordinal);
        Assert.Empty(_run.Error);
    }

    [Theory]
    [InlineData("林芳正", 2)]
    [InlineData("林芳正 停课", 0)]
    [InlineData("林芳正 停课 --any", 3)]
    [InlineData("日本 --script hant", 1)]
    [InlineData("日本 --outlet rfi --outlet dw", 2)]
    [InlineData("日本 -o rfi", 0)]
    [InlineData("日本 --from 2023-05-11 --to 2023-05", 2)]
    [InlineData("日本 --from 2024", 0)]
    [InlineData("日本 --size 1 --page 2 --sort newest", 2)]
    [InlineData("-- 日本", 2)]
    public async Task Search_Options_FilterAndPage(string arguments, int total)
    {
        int code = await _run.RunAsync(["search", "--json", .. arguments.Split(' ')]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(total, JsonDocument.Parse(_run.Output).RootElement.GetProperty("total").GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("@nothing")]
    [InlineData("[diagram]")]
    [InlineData("\ud800\u001b[31m")]
    public async Task Search_AnyText_IsAnswered(string query)
    {
        int code = await _run.RunAsync(["search", query]);

        Assert.Equal(ExitCode.Ok, code);
    }

    [Fact]
    public async Task Search_LongestQuery_NoticesGoToStandardError()
    {
        int code = await _run.RunAsync(["search", new string('林', 2_001), "--json"]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.NotEmpty(JsonDocument.Parse(_run.Output).RootElement.GetProperty("notices").EnumerateArray());

        await _run.RunAsync(["search", new string('林', 2_001)]);
        Assert.NotEmpty(_run.Error);
    }

    [Fact]
    public async Task Search_Json_IsThatOfTheApi()
    {
        await using var service = SearchService.Build(new SearchServiceOptions { Collections = [new() { IndexFolder = _run.Index }], Urls = "http://127.0.0.1:0" });
        await service.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };

        await _run.RunAsync(["search", "林芳正", "--from", "2023", "--json"]);
        string answer = await client.GetStringAsync("/api/search?q=林芳正&from=2023");

        Assert.Equal(Took().Replace(answer, string.Empty), Took().Replace(_run.Output.TrimEnd('\n'), string.Empty));
    }

    [GeneratedRegex("\"tookMs\":[0-9.E-]+,")]
    private static partial Regex Took();
}
