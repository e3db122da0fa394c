using System.CommandLine;
using System.Text.RegularExpressions;

namespace SearchIndex.Cli.Tests;

public sealed partial class CommandExamplesTests
{
    public static TheoryData<string> Leaves() => [.. Line().Leaves.Select(CommandPath.Of)];

    public static TheoryData<string> Examples() => [.. CommandExamples.All.Union(CommandExamples.Of(CommandPath.Program))];

    [Theory]
    [MemberData(nameof(Leaves))]
    public void Of_EveryCommand_HasOneThatBeginsWithIt(string path) => Assert.NotEmpty(CommandExamples.Of(path));

    [Theory]
    [MemberData(nameof(Leaves))]
    public async Task Help_EveryCommand_ShowsItsOwnExamplesOnly(string path)
    {
        using var run = new CommandLineRun();

        await run.RunAsync([.. path.Split(' ')[1..], "--help"]);

        string examples = run.Output[run.Output.LastIndexOf("Examples:", StringComparison.Ordinal)..];
        string[] shown = [.. examples.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Trim())];
        Assert.NotEmpty(shown);
        Assert.All(shown, example => Assert.StartsWith(path + ' ', example + ' ', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsParsed_AsACommandThatDoesSomething(string example)
    {
        string[] words = [.. Words().Matches(example).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];

        ParseResult parse = Line().Parse(words[1..]);

        Assert.Equal(CommandPath.Program, words[0]);
        Assert.Empty(parse.Errors);
        Assert.Contains(CommandPath.Of(parse.CommandResult.Command), Line().Leaves.Select(CommandPath.Of));
    }

    [Theory]
    [InlineData("keys", "searchindex keys create", "searchindex keys revoke")]
    [InlineData("snapshot", "searchindex snapshot list", "searchindex snapshot restore")]
    public async Task Help_CommandWithCommands_ShowsTheirExamples(string command, string first, string second)
    {
        using var run = new CommandLineRun();

        await run.RunAsync([command, "--help"]);

        Assert.Contains(first, run.Output, StringComparison.Ordinal);
        Assert.Contains(second, run.Output, StringComparison.Ordinal);
    }

    private static CommandLine Line() => new(new Terminal(TextWriter.Null, TextWriter.Null), new DataFolders(Path.GetTempPath(), Path.GetTempPath()));

    /// <summary>Words as a shell sees them: what stands between single quotes is one.</summary>
    [GeneratedRegex(@"'([^']*)'|\S+")]
    private static partial Regex Words();
}
