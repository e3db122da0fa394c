using System.Collections;
using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.Server.Configuration;
using SearchIndex.Server.Security;

namespace SearchIndex.Cli;

/// <summary>The option <c>--keys-file</c> of the commands about keys.</summary>
internal static class KeysFileOption
{
    private static readonly Setting OfService = ServiceSettings.All.Single(setting => setting.Name == "keys-file");

    /// <summary>Creates the option for a command.</summary>
    public static Option<string> Create() => new("--" + OfService.Name)
    {
        Description = $"The file of keys. Default: {OfService.Variable}, or index-data/keys.json.",
        HelpName = "FILE",
    };

    /// <summary>Returns the file that was named, or the usual one.</summary>
    public static string PathOf(ParseResult parse, Option<string> option, DataFolders folders) =>
        PathOf(parse.GetValue(option), Environment.GetEnvironmentVariables(), folders);

    /// <summary>Returns the file that was named by an argument, else by a variable, else the usual one.</summary>
    internal static string PathOf(string? named, IDictionary variables, DataFolders folders)
    {
        GivenSetting? inEnvironment = SettingSources.ReadEnvironment(variables).FirstOrDefault(given => given.Setting == OfService);
        return Path.GetFullPath(named ?? inEnvironment?.Values[0] ?? folders.DefaultKeys);
    }

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
