using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.Server.Security;

namespace SearchIndex.Cli;

/// <summary>The option <c>--keys-file</c> of the commands about keys.</summary>
internal static class KeysFileOption
{
    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create() => new("--keys-file")
    {
        Description = "The file of keys. Default: SEARCHINDEX_KEYS_FILE, or index-data/keys.json.",
        HelpName = "FILE",
    };

    /// <summary>Returns the file that was named, or the usual one.</summary>
    public static string PathOf(ParseResult parse, Option<string> option, DataFolders folders) =>
        Path.GetFullPath(parse.GetValue(option) ?? Environment.GetEnvironmentVariable("SEARCHINDEX_KEYS_FILE") ?? folders.DefaultKeys);

    /// <summary>Reads the keys of a file.</summary>
    /// <exception cref="UsageException">It is no file of keys, or others can read it.</exception>
    public static IReadOnlyList<AccessKey> Load(string path)
    {
        try
        {
            return AccessKeyFile.Load(path);
        }
        catch (InvalidDataException problem)
        {
            throw new UsageException(VisibleText.Escape(problem.Message), problem);
        }
    }
}
