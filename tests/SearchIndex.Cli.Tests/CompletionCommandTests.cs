using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _searchindex searchindex")]
    [InlineData("zsh", "compdef _searchindex searchindex")]
    [InlineData("fish", "complete -c searchindex")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task Completion_EveryShell_HasAScript(string shell, string expected)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(["completion", shell]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains($"searchindex completion {shell}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Theory]
    [InlineData("completion")]
    [InlineData("completion tcsh")]
    public async Task Completion_UnknownShell_Is2(string arguments)
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(arguments.Split(' ')));
    }

    [Fact]
    public void Shells_AreThose_ThatHaveTests() => Assert.Equal(["bash", "zsh", "fish", "powershell"], CompletionCommand.Shells);

    /// <summary>What bash would offer when the key Tab is pressed at the end of the line.</summary>
    [ProgramTheory("bash")]
    [InlineData("searchindex sea", "search")]
    [InlineData("searchindex s", "search serve snapshot stats suggest")]
    [InlineData("searchindex keys cr", "create")]
    [InlineData("searchindex snapshot ", "create list restore")]
    [InlineData("searchindex serve --public", "--public-search")]
    [InlineData("searchindex search 林芳正 --so", "--sort")]
    [InlineData("searchindex search 林芳正 --sort ", "fresh newest oldest relevance")]
    [InlineData("searchindex keys create --scope a", "admin")]
    [InlineData("searchindex completion z", "zsh")]
    [InlineData("searchindex rebuild ", "")]
    [InlineData("searchindex nothing-of-this-name", "")]
    public void Bash_Tab_OffersWhatFits(string line, string expected)
    {
        const string script = """
            source <(searchindex completion bash)
            COMP_LINE=$1 COMP_POINT=$(printf %s "$1" | wc -c) COMP_TYPE=9
            "$(complete -p searchindex | sed 's/.* -F \([^ ]*\) .*/\1/')" searchindex
            echo "${COMPREPLY[*]}"
            """;

        JudgeResult result = Shell("bash", "--norc", "-c", script, "bash", line);

        Assert.Equal(string.Empty, result.StandardError);
        Assert.Equal(expected, result.StandardOutput.TrimEnd('\n'));
    }

    [ProgramTheory("fish")]
    [InlineData("searchindex sea", "search")]
    [InlineData("searchindex snapshot ", "create list restore")]
    [InlineData("searchindex search 林芳正 --so", "--sort")]
    public void Fish_Tab_OffersWhatFits(string line, string expected)
    {
        JudgeResult result = Shell("fish", "--no-config", "-c", "searchindex completion fish | source; complete -C $argv[1]", line);

        Assert.Equal(expected.Split(' '), result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Zsh completes in its editor only, so that a terminal is made for it.</summary>
    [ProgramTheory("zsh")]
    [InlineData("searchindex sea", "searchindex search ")]
    [InlineData("searchindex serve --publ", "searchindex serve --public-search ")]
    public void Zsh_Tab_CompletesTheLine(string line, string expected)
    {
        const string script = """
            zmodload zsh/zpty
            export TERM=dumb
            zpty shell 'zsh -f -i'
            zpty -w shell 'PS1=; autoload -U compinit; compinit -u -D; source <(searchindex completion zsh); print re''ady'
            zpty -r -m shell out '*ready*'
            zpty -w -n shell "$1"$'\t'
            zpty -r -m shell out "*$2*"
            print -r -- "$out"
            """;
        JudgeResult result = Shell("timeout", "60", "zsh", "-f", "-c", script, "zsh", line, expected);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.StandardOutput, StringComparison.Ordinal);
    }

    /// <summary>Runs a shell that finds the program as people do.</summary>
    private static JudgeResult Shell(string program, params string[] arguments) => ProgramRun.Run(program, arguments, new Dictionary<string, string>
    {
        ["PATH"] = BuiltProgram.Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
        ["LC_ALL"] = "C.UTF-8",
    });
}
