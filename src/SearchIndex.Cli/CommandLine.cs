using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.News;
using SearchIndex.News.Query.Paging;
using SearchIndex.Server.Configuration;

namespace SearchIndex.Cli;

/// <summary>The command <c>searchindex</c>: its subcommands, and how failures become exit codes.</summary>
internal sealed class CommandLine
{
    /// <summary>How long a cancelled command may take to end well.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(15);

    private readonly Terminal _terminal;
    private readonly RootCommand _root;

    public CommandLine(Terminal terminal, DataFolders folders)
    {
        _terminal = terminal;
        _root = new RootCommand("Full-text search in archives of Chinese-language news.")
        {
            new RebuildCommand(terminal, folders).Create(),
            new UpdateCommand(terminal, folders).Create(),
            new SearchCommand(terminal, folders).Create(),
            new SuggestCommand(terminal, folders).Create(),
            new ExportCommand(terminal, folders).Create(),
            new ServeCommand(terminal, folders).Create(),
            new StatsCommand(terminal, folders).Create(),
            new VerifyCommand(terminal, folders).Create(),
            new VariantsCommand(terminal, folders).Create(),
            new QueriesCommand(terminal, folders).Create(),
            new KeysCommand(terminal, folders).Create(),
            new DoctorCommand(terminal, folders).Create(),
            new SnapshotCommand(terminal, folders).Create(),
            new CompletionCommand(terminal).Create(),
        };
        HelpOption help = _root.Options.OfType<HelpOption>().First();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    /// <summary>Gets the commands that do something, at any depth.</summary>
    public IEnumerable<Command> Leaves => LeavesOf(_root);

    /// <summary>Reads a command line.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments)
    {
        // Queries begin with @ and - as they like: no response files, no bundles of letters.
        var rules = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        return _root.Parse(arguments, rules);
    }

    /// <summary>Runs a command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ParseResult parse = Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            return WrongUsage(parse);
        }

        var invocation = new InvocationConfiguration
        {
            Output = _terminal.Output,
            Error = _terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // The signals are ours.
        };
        try
        {
            // What cannot be cancelled ends by the signal itself.
            return parse.Action is AsynchronousCommandLineAction
                ? await new StopSignals(TerminationTimeout).RunAsync(asked => parse.InvokeAsync(invocation, asked), cancellation)
                : await parse.InvokeAsync(invocation, cancellation);
        }
        catch (Exception exception) when (CodeOf(exception) is { } code)
        {
            await _terminal.Error.WriteLineAsync($"searchindex: {Explain(exception)}");
            return code;
        }
    }

    private static IEnumerable<Command> LeavesOf(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(LeavesOf);

    private int WrongUsage(ParseResult parse)
    {
        foreach (string message in parse.Errors.Select(error => error.Message).Distinct())
        {
            _terminal.Error.WriteLine($"searchindex: {message}");
        }

        _terminal.Error.WriteLine($"see: {CommandPath.Of(parse.CommandResult.Command)} --help");
        return ExitCode.WrongUsage;
    }

    private static int? CodeOf(Exception exception) => exception switch
    {
        UsageException or CursorException or SettingException => ExitCode.WrongUsage,
        IndexNotFoundException => ExitCode.NoIndex,
        CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or NotSupportedException => ExitCode.DamagedIndex,
        RebuildNeededException => ExitCode.RebuildNeeded,
        OperationCanceledException => ExitCode.Cancelled,
        IOException or UnauthorizedAccessException => ExitCode.SystemRefused,
        _ => null,
    };

    private static string Explain(Exception exception) => exception switch
    {
        IndexNotFoundException => $"{exception.Message}; build one with: searchindex rebuild PATH",
        RebuildNeededException => $"{exception.Message}; build it anew with: searchindex rebuild PATH",
        OperationCanceledException => "cancelled",
        _ => exception.Message,
    };
}
