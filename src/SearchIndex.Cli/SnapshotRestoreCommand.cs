using System.CommandLine;
using SearchIndex.News.Query;

namespace SearchIndex.Cli;

/// <summary><c>searchindex snapshot restore NAME</c>: puts a snapshot in the place of the index.</summary>
internal sealed class SnapshotRestoreCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "restore";

    private readonly Terminal _terminal;
    private readonly SnapshotOptions _options;
    private readonly Argument<string> _name = new("NAME") { Description = "The name of the snapshot." };

    public SnapshotRestoreCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _options = new SnapshotOptions(folders);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Put a snapshot in the place of the index, after reading it whole; what was there is kept beside it.") { _name, _options.Copy };
        _options.AddTo(command);
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string name = parse.GetRequiredValue(_name);
        SnapshotOptions.ThrowIfNoName(name);
        string index = _options.IndexOf(parse);
        string? before = _options.FolderOf(parse).Restore(name, index, parse.GetValue(_options.Copy), cancellation);
        _terminal.Error.WriteLine($"{VisibleText.Escape(index)} is as in the snapshot '{name}'");
        if (before is not null)
        {
            _terminal.Error.WriteLine($"what was there is in {VisibleText.Escape(before)}; delete it when it is not needed");
        }

        return ExitCode.Ok;
    }
}
