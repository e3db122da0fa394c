using System.Text.Json;

namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>An instruction of a Dockerfile, with the lines that continue it.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Flags">What begins with <c>--</c> behind the name.</param>
/// <param name="Rest">All behind the flags.</param>
internal sealed record DockerInstruction(int Line, string Name, IReadOnlyList<string> Flags, string Rest)
{
    /// <summary>Gets what lies behind the flags, parted by blanks.</summary>
    public string[] Words => Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns the value of a flag, such as <c>build</c> of <c>--from=build</c>, or null when it is not there.</summary>
    public string? Flag(string name) =>
        Flags.FirstOrDefault(flag => flag.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    /// <summary>Returns what lies behind the flags as the array of JSON that it must be.</summary>
    public string[] Array() => JsonSerializer.Deserialize<string[]>(Rest) ?? throw new FormatException($"line {Line}: no array");
}
