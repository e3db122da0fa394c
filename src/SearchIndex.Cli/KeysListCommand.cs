using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.Server.Security;

namespace SearchIndex.Cli;

/// <summary><c>searchindex keys list</c>: says which keys there are; the keys themselves nobody knows but their owners.</summary>
internal sealed class KeysListCommand
{
    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _file = KeysFileOption.Create();

    public KeysListCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command("list", "List the keys: id, scope, state, end, note, archives; columns parted by tabs.") { _file };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach (AccessKey key in KeysFileOption.Load(KeysFileOption.PathOf(parse, _file, _folders)))
        {
            string state = key.IsValidAt(now) ? "valid" : key.Revoked is null ? "expired" : "revoked";
            string end = key.Expires?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never";
            string scope = key.Scope.ToString().ToLowerInvariant();
            string collections = key.Collections is null ? "all" : VisibleText.Escape(string.Join(',', key.Collections));
            _terminal.Output.WriteLine(string.Join('\t', VisibleText.Escape(key.Id), scope, state, end, VisibleText.Escape(key.Note ?? string.Empty), collections));
        }

        return ExitCode.Ok;
    }
}
