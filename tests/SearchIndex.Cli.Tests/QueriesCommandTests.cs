using System.Text.Json;

namespace SearchIndex.Cli.Tests;

public sealed class QueriesCommandTests
{
    [Fact]
    public async Task List_Queries_AreLines()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\tfrom=2023\t北约新闻\nfar\t日本\n");

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["queries", "list", "--queries-file", run.At("queries.tsv")]));
        Assert.Equal("nato\t北约\t北约新闻\nfar\t日本\tfar\n", run.Output);
    }

    [Fact]
    public async Task List_Problems_Is1AndNamesPathAndLine()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\nbroken\n");

        Assert.Equal(ExitCode.Problems, await run.RunAsync(["queries", "list", "--queries-file", run.At("queries.tsv")]));
        Assert.Equal("nato\t北约\tnato\n", run.Output);
        Assert.StartsWith(run.At("queries.tsv") + ":2: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ArticlesThatCame_AreListedAlsoAfterARebuild()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\njapan\t日本\n");
        string[] counts = ["queries", "run", "--queries-file", run.At("queries.tsv")];
        string[] news = ["queries", "new", "--queries-file", run.At("queries.tsv")];
        Assert.Equal(ExitCode.Ok, await run.RunAsync(news));
        Assert.Empty(run.Output);

        run.Add("b-2.txt", "北約會議", "北約說。");
        await run.RunAsync(["update", run.Articles]);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(counts));
        Assert.Equal("nato\t2\t1\t北约\njapan\t0\t0\t日本\n", run.Output);
        await run.RunAsync(["rebuild", run.Articles]);
        Assert.Equal(ExitCode.Ok, await run.RunAsync([.. news, "NATO"]));
        Assert.Matches("^nato\t20[0-9-]+T[0-9:]+Z\t[0-9a-f]{16}\t[^\t]+\t北約會議\n$", run.Output);
    }

    [Fact]
    public async Task New_Json_HasTheArticles()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\n");
        await run.RunAsync(["queries", "run", "--queries-file", run.At("queries.tsv")]);
        run.Add("b-2.txt", "北約會議", "北約說。");
        await run.RunAsync(["update", run.Articles]);

        await run.RunAsync(["queries", "new", "--json", "--queries-file", run.At("queries.tsv")]);

        JsonElement query = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal(("nato", 2), (query.GetProperty("name").GetString(), query.GetProperty("articles").GetInt32()));
        Assert.Equal("北約會議", query.GetProperty("new")[0].GetProperty("hit").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("queries")]
    [InlineData("queries", "list")]
    [InlineData("queries", "run", "--queries-file", "none.tsv")]
    [InlineData("queries", "new", "--wrong")]
    [InlineData("serve", "--queries-file", "none.tsv")]
    public async Task Queries_WrongUsage_Is2(params string[] arguments)
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(arguments));
        Assert.StartsWith("searchindex: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnknownName_Is2()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\n");

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["queries", "run", "japan", "--queries-file", run.At("queries.tsv")]));
        Assert.Contains("no saved query 'japan'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoIndex_Is3()
    {
        using CommandLineRun run = await StartAsync("nato\t北约\n");

        Assert.Equal(ExitCode.NoIndex, await run.RunAsync(["queries", "run", "--queries-file", run.At("queries.tsv"), "--index", run.At("none")]));
    }

    private static async Task<CommandLineRun> StartAsync(string queries)
    {
        CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约讲话", "北约秘书长说。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(run.At("queries.tsv"), queries);
        return run;
    }
}
