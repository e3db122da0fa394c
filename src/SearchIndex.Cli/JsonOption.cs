using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>The option <c>--json</c> that commands with data have.</summary>
internal static class JsonOption
{
    /// <summary>Creates the option for a command.</summary>
    public static Option<bool> Create() => new("--json") { Description = "Print JSON on one line, for programs." };
}
