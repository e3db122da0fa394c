using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary><c>searchindex keys</c>: who may use a service that others than this machine can reach.</summary>
internal sealed class KeysCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "keys";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;

    public KeysCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create() => new(Name, "Make, list and revoke the keys of the service. A running service follows within seconds.")
    {
        new KeysCreateCommand(_terminal, _folders).Create(),
        new KeysListCommand(_terminal, _folders).Create(),
        new KeysRevokeCommand(_terminal, _folders).Create(),
    };
}
