using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Snapshots;

namespace SearchIndex.Cli;

/// <summary><c>searchindex snapshot list</c>: says which snapshots there are.</summary>
internal sealed class SnapshotListCommand
{
    private const double BytesPerMegabyte = 1_000_000;

    private readonly Terminal _terminal;
    private readonly SnapshotOptions _options;

    public SnapshotListCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _options = new SnapshotOptions(folders);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command("list", "List the snapshots: name, time, articles, generation, size; columns parted by tabs.");
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        foreach (IndexCopy copy in _options.FolderOf(parse).List())
        {
            _terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{copy.Name}\t{copy.Created.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\t{copy.Articles}\t{copy.Generation}\t{copy.SizeBytes / BytesPerMegabyte:0.0} MB"));
        }

        return ExitCode.Ok;
    }
}
