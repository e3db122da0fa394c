using System.CommandLine;
using System.Globalization;
using SearchIndex.News.Query;
using SearchIndex.Server.Collections;
using SearchIndex.Server.Security;

namespace SearchIndex.Cli;

/// <summary><c>searchindex keys create</c>: makes a key and shows it, once.</summary>
internal sealed class KeysCreateCommand
{
    private const int MaxDays = 3660;
    private const string Never = "never";
    private const string Scopes = "search|index|admin";

    /// <summary>The name of the command.</summary>
    public const string Name = "create";

    private readonly Terminal _terminal;
    private readonly DataFolders _folders;
    private readonly Option<string> _file = KeysFileOption.Create();
    private readonly Option<KeyScope> _scope = new("--scope")
    {
        Description = "What the key is for: search; index, which searches too; admin, which does everything.",
        HelpName = Scopes,
        Required = true,
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            KeyScope[] matching = [.. Enum.GetValues<KeyScope>().Where(scope => given.Equals(scope.ToString(), StringComparison.OrdinalIgnoreCase))];
            if (matching.Length == 0)
            {
                result.AddError($"--scope '{given}' is not allowed; give search, index or admin");
            }

            return matching.FirstOrDefault();
        },
    };

    private readonly Option<string> _expires = new("--expires")
    {
        Description = "When the key ends: a number of days such as 90d, a day such as 2027-01-31 (its beginning, UTC), or never. Default: 365d.",
        HelpName = "WHEN",
        DefaultValueFactory = _ => "365d",
    };

    private readonly Option<string[]> _collections = new("--collection")
    {
        Description = "An archive that the key is for, by its name, of a service with several; may be given several times. Default: all.",
        HelpName = "NAME",
    };

    private readonly Option<string> _note = new("--note") { Description = "Whom the key is for.", HelpName = "TEXT" };

    public KeysCreateCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _folders = folders;
        _scope.CompletionSources.Clear();
        _scope.CompletionSources.Add(Scopes.Split('|'));
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Make a key. It is shown once; only its hash is kept.") { _scope, _collections, _expires, _note, _file };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        string path = KeysFileOption.PathOf(parse, _file, _folders);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset? expires = ExpiryOf(parse.GetRequiredValue(_expires), now);
        (string text, AccessKey key) = KeySecret.Create(parse.GetRequiredValue(_scope), now, expires, parse.GetValue(_note));
        AccessKeyFile.Save(path, [.. KeysFileOption.Load(path), key with { Collections = CollectionsOf(parse.GetValue(_collections) ?? []) }]);
        _terminal.Output.WriteLine(text);
        _terminal.Error.WriteLine($"key {key.Id} is in {VisibleText.Escape(path)}; what is printed above is not shown again");
        return ExitCode.Ok;
    }

    private static string[]? CollectionsOf(string[] names)
    {
        string? wrong = names.FirstOrDefault(name => !CollectionName.IsAllowed(name));
        return wrong is not null
            ? throw new UsageException($"--collection '{VisibleText.Escape(wrong)}' is not allowed; give {CollectionName.Allowed}")
            : names.Length == 0 ? null : names;
    }

    private static DateTimeOffset? ExpiryOf(string text, DateTimeOffset now)
    {
        if (text == Never)
        {
            return null;
        }

        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is > 0 and <= MaxDays)
        {
            return now.AddDays(days);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) is var end && end > now
            ? end
            : throw new UsageException($"--expires '{VisibleText.Escape(text)}' is not allowed; give days such as 90d (up to {MaxDays}d), a day to come such as 2027-01-31, or never");
    }
}
