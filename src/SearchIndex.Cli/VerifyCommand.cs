using System.CommandLine;
using SearchIndex.Engine.Index;
using SearchIndex.News;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex verify</c>: reads the index whole and says whether it is sound; with <c>--repair</c> drops what is not.</summary>
internal sealed class VerifyCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "verify";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _repair = new("--repair")
    {
        Description = "Drop segments that are broken, with their articles, after a copy of the index.",
    };

    public VerifyCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Read the index whole and say whether it is sound.") { _index, _repair };
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string index = Path.GetFullPath(parse.GetValue(_index) ?? _folders.DefaultIndex);
        IndexCheck check = parse.GetValue(_repair) ? NewsIndexer.Repair(index, cancellation) : NewsIndexer.Verify(index, cancellation);
        foreach (string line in check.Lines)
        {
            _terminal.Output.WriteLine(VisibleText.Escape(line));
        }

        return check.Verdict switch
        {
            CheckVerdict.Clean => ExitCode.Ok,
            CheckVerdict.Drift => ExitCode.Drift,
            _ => ExitCode.Corrupt,
        };
    }
}
