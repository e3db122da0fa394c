using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.News.Snapshots;

namespace SearchIndex.Cli;

/// <summary>The options that the commands about snapshots share.</summary>
internal sealed class SnapshotOptions
{
    private readonly DataFolders _folders;
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<string> _to = new("--snapshots")
    {
        Description = "The folder of the snapshots. Default: that of the index with .snapshots behind its name.",
        HelpName = "DIR",
    };

    public SnapshotOptions(DataFolders folders)
    {
        _folders = folders;
    }

    /// <summary>Gets the option for bytes in place of links.</summary>
    public Option<bool> Copy { get; } = new("--copy") { Description = "Copy the bytes even where hard links are possible, as for another disk." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_index);
        command.Add(_to);
    }

    /// <summary>Returns the folder of the index.</summary>
    public string IndexOf(ParseResult parse) => IndexOption.PathOf(parse, _index, _folders);

    /// <summary>Returns the folder of the snapshots.</summary>
    public SnapshotFolder FolderOf(ParseResult parse) => new(parse.GetValue(_to) ?? SnapshotFolder.Beside(IndexOf(parse)));

    /// <summary>Refuses what cannot be the name of a snapshot.</summary>
    /// <exception cref="UsageException">The name is such.</exception>
    public static void ThrowIfNoName(string name)
    {
        if (!SnapshotFolder.IsName(name))
        {
            throw new UsageException($"'{VisibleText.Escape(name)}' is no name of a snapshot; give up to 64 letters, digits, dots, minus and underscores");
        }
    }
}
