using System.Globalization;
using System.Text.RegularExpressions;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>A test that asks <c>systemd-analyze</c> about a file; skipped with the reason where it is missing or cannot do so yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed partial class SystemdFactAttribute : FactAttribute
{
    private const string Program = "systemd-analyze";

    /// <summary>The first version that judges units which are not loaded.</summary>
    private const int LeastVersion = 250;

    private static readonly string? Reason = Needs.Program(Program)
        ?? (Version() < LeastVersion ? $"{Program} is older than {LeastVersion}" : null);

    /// <summary>Creates the attribute.</summary>
    public SystemdFactAttribute()
    {
        Skip = Reason;
    }

    private static int Version() =>
        int.Parse(FirstNumber().Match(ProgramRun.Run(Program, ["--version"]).StandardOutput).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();
}
