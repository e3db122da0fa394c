using System.Collections;
using System.CommandLine;
using SearchIndex.Server;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Configuration;

namespace SearchIndex.Cli;

/// <summary>The settings of the service as options of a command, and where else they may stand: the environment and a file.</summary>
internal sealed class ServeSettings
{
    private readonly DataFolders _folders;
    private readonly Option<string> _config = new("--config")
    {
        Description = $"A file of settings, JSON. Variables such as SEARCHINDEX_RATE_LIMIT are stronger, arguments strongest. Default: {SettingSources.FileVariable}, or none.",
        HelpName = "FILE",
    };

    private readonly (Setting Setting, Option Option)[] _options = [.. ServiceSettings.All.Select(setting => (setting, Create(setting)))];

    public ServeSettings(DataFolders folders)
    {
        _folders = folders;
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_config);
        foreach ((_, Option option) in _options)
        {
            command.Add(option);
        }
    }

    /// <summary>Returns the options of the service.</summary>
    /// <param name="parse">The arguments.</param>
    /// <param name="environment">The variables.</param>
    /// <param name="indexIsNamed">Whether somebody named the index.</param>
    /// <exception cref="SettingException">A setting is unknown, or a value is not allowed.</exception>
    public SearchServiceOptions Bind(ParseResult parse, IDictionary environment, out bool indexIsNamed)
    {
        string? file = parse.GetValue(_config) ?? environment[SettingSources.FileVariable] as string;
        GivenSetting[] given =
        [
            .. string.IsNullOrEmpty(file) ? [] : SettingSources.ReadFile(file),
            .. SettingSources.ReadEnvironment(environment),
            .. _options.Where(pair => parse.GetResult(pair.Option) is { Implicit: false }).Select(pair => Given(parse, pair.Setting, pair.Option)),
        ];
        indexIsNamed = given.Any(setting => setting.Setting.Name == IndexOption.SettingName);
        var defaults = new SearchServiceOptions
        {
            Collections = [new CollectionOptions { IndexFolder = Path.GetFullPath(_folders.DefaultIndex) }],
            KeysFile = Path.GetFullPath(_folders.DefaultKeys),
        };
        return ServiceSettings.Apply(defaults, given);
    }

    private static Option Create(Setting setting)
    {
        if (setting.Name == IndexOption.SettingName)
        {
            return IndexOption.Create();
        }

        string name = "--" + setting.Name;
        string description = $"{setting.Meaning} Default: {setting.Fallback.Replace("`", string.Empty, StringComparison.Ordinal)}.";
        string helpName = setting.IsPath ? "PATH" : setting.Name == "urls" ? "URL" : "VALUE";
        return setting.Kind switch
        {
            SettingKind.Switch => new Option<bool>(name) { Description = description },
            SettingKind.Many => new Option<string[]>(name) { Description = description, HelpName = helpName },
            _ => new Option<string>(name) { Description = description, HelpName = helpName },
        };
    }

    private static GivenSetting Given(ParseResult parse, Setting setting, Option option)
    {
        string[] values = option switch
        {
            Option<bool> choice => [parse.GetValue(choice) ? "true" : "false"],
            Option<string[]> several => parse.GetValue(several) ?? [],
            _ => [parse.GetValue((Option<string>)option) ?? string.Empty],
        };
        return new GivenSetting("--" + setting.Name, setting, SettingSources.At(setting, Directory.GetCurrentDirectory(), values));
    }
}
