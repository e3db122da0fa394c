using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Snapshots;

namespace SearchIndex.Cli;

/// <summary><c>searchindex snapshot create</c>: copies the newest commit of the index.</summary>
internal sealed class SnapshotCreateCommand
{
    private readonly Terminal _terminal;
    private readonly SnapshotOptions _options;
    private readonly Option<string> _name = new("--name") { Description = "The name of the snapshot. Default: the time, such as 20261120T131500Z.", HelpName = "NAME" };

    public SnapshotCreateCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _options = new SnapshotOptions(folders);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command("create", "Copy the index as it is: one commit, whole, while indexing goes on.") { _name, _options.Copy };
        _options.AddTo(command);
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string? name = parse.GetValue(_name);
        if (name is not null)
        {
            SnapshotOptions.ThrowIfNoName(name);
        }

        IndexCopy copy = _options.FolderOf(parse).Create(_options.IndexOf(parse), name, parse.GetValue(_options.Copy), cancellation);
        _terminal.Output.WriteLine(copy.Name);
        _terminal.Error.WriteLine($"{copy.Articles} articles of generation {copy.Generation} are in {VisibleText.Escape(copy.Folder)}");
        return ExitCode.Ok;
    }
}
