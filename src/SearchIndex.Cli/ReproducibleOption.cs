using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>The option <c>--reproducible</c> of the commands that write an index.</summary>
internal static class ReproducibleOption
{
    /// <summary>Creates the option for a command.</summary>
    public static Option<bool> Create() => new("--reproducible")
    {
        Description = "Make the same bytes of the same files and options, whenever and wherever; one thread indexes.",
    };
}
