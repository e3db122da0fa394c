namespace SearchIndex.Cli.Tests;

public sealed class VariantsCommandTests
{
    [Fact]
    public async Task Check_EmbeddedFile_Is0()
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(["variants", "check"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Matches("(?m)^groups +1[0-9]{3}$", run.Output);
        Assert.Matches("(?m)^problems +0$", run.Output);
        Assert.Matches("(?m)^clashes +0$", run.Output);
    }

    [Fact]
    public async Task Check_ProblemsAndClashes_Is1AndNamesTheLines()
    {
        using var run = new CommandLineRun();
        await File.WriteAllTextAsync(run.At("variants.tsv"), "person\t萨特|沙特\ntown\t甲乙|丙丁\ncountry\t沙特|沙烏地\nword\t烏地|某某\n");

        int code = await run.RunAsync(["variants", "check", "--variants", run.At("variants.tsv")]);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("problem\tvariants.tsv:2: 'town' is no kind", run.Output, StringComparison.Ordinal);
        Assert.Contains("clash\t沙特 is in line 1 (萨特|沙特) and in line 3 (沙特|沙烏地)", run.Output, StringComparison.Ordinal);
        Assert.Contains("part\t烏地 of line 4 is part of 沙烏地 of line 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithAnIndex_ListsFormsWithoutArticles()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "川普讲话", "软件公司。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(run.At("variants.tsv"), "person\t特朗普|川普\nword\t软件|軟體\n");
        string[] check = ["variants", "check", "--variants", run.At("variants.tsv"), "--index", run.Index];

        Assert.Equal(ExitCode.Ok, await run.RunAsync(check));
        Assert.Equal(["articles\t0\t特朗普\tline 1\t特朗普|川普", "articles\t0\t軟體\tline 2\t软件|軟體"], Lines(run, "articles"));
        Assert.Equal(ExitCode.Ok, await run.RunAsync([.. check, "--counts"]));
        Assert.Equal(4, Lines(run, "articles").Length);
        Assert.Contains("articles\t1\t川普\tline 1\t特朗普|川普", Lines(run, "articles"));
    }

    [Fact]
    public async Task Mine_NamesBehindDifferentForms_AreLinesForTheFile()
    {
        using CommandLineRun run = new CommandLineRun().Add(
            "a-1.txt", "消息", "议员戈萨尔（Paul Gosar）。", "戈萨尔（Paul Gosar）。", "议员戈萨拉（Paul Gosar）。", "戈萨拉（Paul Gosar）。", "马克龙（Macron）与马克龙（Macron）");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(run.At("variants.tsv"), "person\t戈萨某|马克龙|拉尔\n");

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["variants", "mine", "--variants", run.At("variants.tsv")]));
        Assert.Equal("person\t戈萨尔|戈萨拉\tPaul Gosar (2, 2)\n", run.Output);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["variants", "mine", "--pairs", "--variants", run.At("variants.tsv")]));
        Assert.Contains("2\t马克龙\tMacron\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_SameFile_Is0AndPrintsNothingButTheQueries()
    {
        using CommandLineRun run = await WithQueriesAsync();
        await File.WriteAllTextAsync(run.At("new.tsv"), "word\t软件|軟體\n");
        await File.WriteAllTextAsync(run.At("old.tsv"), "# the same\nword\t軟體|软件\n");

        Assert.Equal(ExitCode.Ok, await run.RunAsync(Diff(run)));
        Assert.Equal("query\tsoftware\t2 -> 2\t+0\t-0\nquery\ttrump\t1 -> 1\t+0\t-0\n", run.Output);
    }

    [Fact]
    public async Task Diff_OtherGroups_Is1AndNamesTheArticles()
    {
        using CommandLineRun run = await WithQueriesAsync();
        await File.WriteAllTextAsync(run.At("old.tsv"), "word\t软件|軟體\nword\t公园|公苑\n");
        await File.WriteAllTextAsync(run.At("new.tsv"), "person\t特朗普|川普\nword\t公园|公苑|花园?\n");

        Assert.Equal(ExitCode.Changes, await run.RunAsync(Diff(run)));
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            ["removed\tword 软件|軟體", "changed\tword 公园|公苑\tword 公园|公苑|花园?", "added\tperson 特朗普|川普", "query\tsoftware\t2 -> 1\t+0\t-1"], lines[..4]);
        Assert.Matches("^-\t[0-9a-f]{16}\t軟體公司$", lines[4]);
        Assert.Equal("query\ttrump\t1 -> 2\t+1\t-0", lines[5]);
        Assert.Matches("^\\+\t[0-9a-f]{16}\t川普談話$", lines[6]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public async Task Diff_WithoutQueries_NeedsNoIndex()
    {
        using var run = new CommandLineRun();
        await File.WriteAllTextAsync(run.At("old.tsv"), "word\t软件|軟體\n");
        await File.WriteAllTextAsync(run.At("new.tsv"), "word\t软件|軟體\nbroken\n");

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["variants", "diff", run.At("new.tsv"), "--variants", run.At("old.tsv")]));
        Assert.Empty(run.Output);
        Assert.StartsWith("new.tsv:2: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("variants", "diff")]
    [InlineData("variants", "diff", "none.tsv")]
    [InlineData("variants", "check", "--variants", "none.tsv")]
    [InlineData("variants", "check", "--counts")]
    [InlineData("variants", "check", "--wrong")]
    [InlineData("variants")]
    public async Task Variants_WrongUsage_Is2(params string[] arguments)
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(arguments));
        Assert.StartsWith("searchindex: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variants_WrongOption_PointsToTheHelpOfTheCommand()
    {
        using var run = new CommandLineRun();

        await run.RunAsync(["variants", "check", "--wrong"]);

        Assert.Contains("see: searchindex variants check --help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("mine")]
    public async Task Variants_NoIndex_Is3(string command)
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.NoIndex, await run.RunAsync(["variants", command, "--index", run.At("none")]));
    }

    private static async Task<CommandLineRun> WithQueriesAsync()
    {
        CommandLineRun run = new CommandLineRun()
            .Add("a-1.txt", "软件公司", "软件公司讲话。")
            .Add("a-2.txt", "軟體公司", "軟體公司談話。")
            .Add("a-3.txt", "特朗普讲话", "特朗普说。")
            .Add("a-4.txt", "川普談話", "川普說。");
        await run.RunAsync(["rebuild", run.Articles]);
        await File.WriteAllTextAsync(run.At("queries.tsv"), "software\t软件\ntrump\t特朗普\n");
        return run;
    }

    private static string[] Diff(CommandLineRun run) =>
        ["variants", "diff", run.At("new.tsv"), "--variants", run.At("old.tsv"), "--queries-file", run.At("queries.tsv")];

    private static string[] Lines(CommandLineRun run, string first) =>
        [.. run.Output.Split('\n').Where(line => line.StartsWith(first + "\t", StringComparison.Ordinal))];
}
