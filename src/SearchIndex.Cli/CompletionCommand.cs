using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>
/// <c>searchindex completion SHELL</c>: prints a script with which a shell completes commands and options. The scripts ask the program itself,
/// by its directive <c>[suggest:N]</c>, so that they know every command of the program that is installed.
/// </summary>
internal sealed class CompletionCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "completion";

    /// <summary>The shells that there are scripts for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    private readonly Terminal _terminal;
    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell." };

    public CompletionCommand(Terminal terminal)
    {
        _terminal = terminal;
        _shell.AcceptOnlyFromAmong(Shells);
    }

    /// <summary>Returns the command.</summary>
    public Command Create()
    {
        var command = new Command(Name, "Print a script that completes commands and options in a shell.") { _shell };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        string resource = "completion/" + parse.GetRequiredValue(_shell);
        using Stream script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not part of the program");
        using var reader = new StreamReader(script);
        _terminal.Output.Write(reader.ReadToEnd());
        return ExitCode.Ok;
    }
}
