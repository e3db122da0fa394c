using System.Text.Json;

namespace SearchIndex.Cli.Tests;

public sealed class SuggestCommandTests : IAsyncLifetime, IDisposable
{
    private readonly CommandLineRun _run = new CommandLineRun()
        .Add("a-1.txt", "日外相談北約", "日本外相林芳正說，正與北約商討。")
        .Add("a-2.txt", "林芳正访华", "日本外相林芳正抵达北京。")
        .Add("a-3.txt", "台风登陆", "沿海多地停课。");

    public Task InitializeAsync() => _run.RunAsync(["rebuild", _run.Articles]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Suggest_Pinyin_PrintsCountKindAndText()
    {
        int code = await _run.RunAsync(["suggest", "lin", "fang"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("2\tname\t林芳正\n", _run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Suggest_Json_IsAListOfSuggestions()
    {
        int code = await _run.RunAsync(["suggest", "台风", "--json"]);

        Assert.Equal(ExitCode.Ok, code);
        JsonElement[] suggestions = [.. JsonDocument.Parse(_run.Output).RootElement.GetProperty("suggestions").EnumerateArray()];
        Assert.Equal("台风登陆", Assert.Single(suggestions).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Suggest_WrongSize_IsWrongUsage()
    {
        int code = await _run.RunAsync(["suggest", "台", "--size", "0"]);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("--size '0'", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Misspelled_SaysWhatMayBeMeant()
    {
        int code = await _run.RunAsync(["search", "林方正", "-台风"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("did you mean: 林芳正 -台风 (2)", _run.Error, StringComparison.Ordinal);
    }
}
