using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SearchIndex.Cli;

/// <summary>The usual help, and examples below it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;

    public HelpWithExamples(HelpAction usual)
    {
        _usual = usual;
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in CommandExamples.Of(CommandPath.Of(parseResult.CommandResult.Command)))
        {
            output.WriteLine("  " + example);
        }

        return ExitCode.Ok;
    }
}
