using System.Text;

namespace SearchIndex.Cli;

/// <summary>Where the command writes: data to one writer, everything else to the other. Screens get colour and movement, files do not.</summary>
internal sealed class Terminal
{
    /// <summary>Creates a terminal over two writers that are no screens.</summary>
    public Terminal(TextWriter output, TextWriter error)
    {
        Output = output;
        Error = error;
    }

    /// <summary>Gets the writer for data.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets the writer for messages and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets whether data may have colours.</summary>
    public bool OutputHasColor { get; private init; }

    /// <summary>Gets whether progress can be drawn.</summary>
    public bool ErrorIsScreen { get; private init; }

    /// <summary>Returns the terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        // Chinese text, whatever the locale says; a byte order mark would be data.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool wantsNoColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return new Terminal(Console.Out, Console.Error)
        {
            OutputHasColor = !Console.IsOutputRedirected && !wantsNoColor,
            ErrorIsScreen = !Console.IsErrorRedirected,
        };
    }
}
