using System.CommandLine;

namespace SearchIndex.Cli;

/// <summary>A command as it is called, with the commands that it is part of, such as <c>searchindex keys list</c>.</summary>
internal static class CommandPath
{
    /// <summary>The name of the program.</summary>
    public const string Program = "searchindex";

    /// <summary>Returns the path of a command.</summary>
    public static string Of(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{Of(parent)} {command.Name}"
        : Program;
}
