using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary><c>searchindex variants</c>: work on the file of regional variants.</summary>
internal sealed class VariantsCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "variants";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;

    public VariantsCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
    }

    /// <summary>Returns the command.</summary>
    public Command Create() => new(Name, "Check the file of regional variants, see what a changed one would do, or look for more of them.")
    {
        new VariantsCheckCommand(_terminal).Create(),
        new VariantsDiffCommand(_terminal, _folders).Create(),
        new VariantsMineCommand(_terminal, _folders).Create(),
    };
}
