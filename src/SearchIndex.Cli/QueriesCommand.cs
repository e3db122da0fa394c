using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary><c>searchindex queries</c>: saved queries, and what is new for them.</summary>
internal sealed class QueriesCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "queries";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;

    public QueriesCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create() => new(Name, "Run the queries of a file, and say what is new for them.")
    {
        new QueriesListCommand(_terminal).Create(),
        new QueriesRunCommand(_terminal, _folders, onlyNew: false).Create(),
        new QueriesRunCommand(_terminal, _folders, onlyNew: true).Create(),
    };
}
