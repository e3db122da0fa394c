using System.CommandLine;
using SearchIndex.News.Query;
using SearchIndex.Server;
using SearchIndex.Server.Configuration;
using SearchIndex.Server.Diagnosis;

namespace SearchIndex.Cli;

/// <summary><c>searchindex doctor</c>: says what is wrong with a set-up of the service, and what to do.</summary>
internal sealed class DoctorCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "doctor";

    private const int KindWidth = 9;
    private const int PartWidth = 15;

    private readonly Terminal _terminal;
    private readonly ServeSettings _settings;
    private readonly Option<bool> _full = new("--full") { Description = "Read the index whole, as verify does." };

    public DoctorCommand(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _settings = new ServeSettings(folders);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Look at the index, the disk, the settings and the permissions of a service, and say what to do. The settings are those of serve.") { _full };
        _settings.AddTo(command);
        command.SetAction((parse, cancellation) => Task.Run(() => Run(parse, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        FindingKind worst = FindingKind.Good;
        foreach (Finding finding in Examine(parse, cancellation))
        {
            string kind = finding.Kind.ToString().ToLowerInvariant();
            _terminal.Output.WriteLine($"{kind,-KindWidth}{finding.Part,-PartWidth}{VisibleText.Escape(finding.What)}");
            if (finding.Advice is { } advice)
            {
                _terminal.Output.WriteLine($"{string.Empty,-KindWidth}{string.Empty,-PartWidth}-> {VisibleText.Escape(advice)}");
            }

            worst = finding.Kind > worst ? finding.Kind : worst;
        }

        return worst switch
        {
            FindingKind.Good => ExitCode.Ok,
            FindingKind.Warning => ExitCode.Warnings,
            _ => ExitCode.Faults,
        };
    }

    private IReadOnlyList<Finding> Examine(ParseResult parse, CancellationToken cancellation)
    {
        var java = new Finding("java", FindingKind.Good, "not needed: the engine is part of this program", null);
        try
        {
            SearchServiceOptions options = _settings.Bind(parse, Environment.GetEnvironmentVariables(), out _);
            return [new Finding("settings", FindingKind.Good, "all are allowed", null), .. ServiceDoctor.Examine(options, parse.GetValue(_full), cancellation), java];
        }
        catch (SettingException problem)
        {
            return [new Finding("settings", FindingKind.Fault, problem.Message, "correct them; docs/configuration.md lists all settings"), java];
        }
    }
}
