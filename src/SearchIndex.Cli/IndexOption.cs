using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>The option <c>--index</c> that every command has.</summary>
internal static class IndexOption
{
    /// <summary>The name of the setting of the service that this is.</summary>
    public const string SettingName = "index";

    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create() => new("--index", "-i")
    {
        Description = "The folder of the index. Default: index-data/index, in the current folder or in the checkout.",
        HelpName = "DIR",
    };

    /// <summary>Returns the folder that was named, or the usual one.</summary>
    public static string PathOf(ParseResult parse, Option<string> option, DataFolders folders) =>
        Path.GetFullPath(parse.GetValue(option) ?? folders.DefaultIndex);
}
