using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>The option <c>--index</c> that every command has.</summary>
internal static class IndexOption
{
    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create() => new("--index", "-i")
    {
        Description = "The folder of the index. Default: index-data/index, in the current folder or in the checkout.",
        HelpName = "DIR",
    };
}
