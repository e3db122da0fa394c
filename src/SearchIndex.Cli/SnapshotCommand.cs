using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary><c>searchindex snapshot</c>: keeps the index as it is, and brings it back.</summary>
internal sealed class SnapshotCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "snapshot";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;

    public SnapshotCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create() => new(Name, "Keep the index as it is now, while indexing goes on, and bring it back.")
    {
        new SnapshotCreateCommand(_terminal, _folders).Create(),
        new SnapshotListCommand(_terminal, _folders).Create(),
        new SnapshotRestoreCommand(_terminal, _folders).Create(),
    };
}
