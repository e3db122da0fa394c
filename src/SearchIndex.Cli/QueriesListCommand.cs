using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Query.Saved;

namespace SearchIndex.Cli;

/// <summary><c>searchindex queries list</c>: the queries of a file, and what is wrong with it.</summary>
internal sealed class QueriesListCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "list";

    private readonly Terminal _terminal;
    private readonly Option<string> _file = QueriesOption.Create("The file of saved queries.");

    public QueriesListCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "List the saved queries, and say what is wrong with their file.") { _file };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        SavedQueryFile file = QueriesOption.Load(parse.GetValue(_file), _terminal);
        foreach (SavedQuery query in file.Queries)
        {
            string[] columns = [query.Name, query.Request.Query, query.Title];
            _terminal.Output.WriteLine(string.Join('\t', columns.Select(VisibleText.Escape)));
        }

        return file.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Problems;
    }
}
