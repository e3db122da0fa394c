using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.Server.Security;

namespace SearchIndex.Cli;

/// <summary><c>searchindex keys revoke ID</c>: ends a key now.</summary>
internal sealed class KeysRevokeCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "revoke";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Argument<string> _id = new("ID") { Description = "The id of the key, as 'keys list' shows it." };
    private readonly Option<string> _file = KeysFileOption.Create();

    public KeysRevokeCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "End a key now.") { _id, _file };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        string id = parse.GetRequiredValue(_id);
        string path = KeysFileOption.PathOf(parse, _file, _folders);
        IReadOnlyList<AccessKey> keys = KeysFileOption.Load(path);
        if (!keys.Any(key => key.Id == id))
        {
            throw new UsageException($"there is no key '{VisibleText.Escape(id)}' in {VisibleText.Escape(path)}; see: searchindex keys list");
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        AccessKeyFile.Save(path, [.. keys.Select(key => key.Id == id ? key with { Revoked = key.Revoked ?? now } : key)]);
        _terminal.Error.WriteLine($"key {id} is revoked");
        return ExitCode.Ok;
    }
}
