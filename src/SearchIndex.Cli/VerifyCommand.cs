using System.CommandLine;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex verify</c>: reads the index whole and says whether it is sound.</summary>
internal sealed class VerifyCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "verify";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();

    public VerifyCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Read the index whole and say whether it is sound.") { _index };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        IndexCheck check = NewsIndexer.Verify(Path.GetFullPath(parse.GetValue(_index) ?? _folders.DefaultIndex));
        foreach (string line in check.Lines)
        {
            _terminal.Output.WriteLine(VisibleText.Escape(line));
        }

        return check.Clean ? ExitCode.Ok : ExitCode.DamagedIndex;
    }
}
