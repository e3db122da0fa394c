namespace SearchIndex.Server.Configuration;

/// <summary>One setting of the service, by whatever way it is given: a key of the file, a variable of the environment, an argument.</summary>
/// <param name="Name">The key in the file; arguments put <c>--</c> before it.</param>
/// <param name="Kind">How many values it takes.</param>
/// <param name="Allowed">What a value may be, for a person.</param>
/// <param name="Fallback">What holds when it is not given, for a person.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Apply">Returns options with the values, or null when one is not allowed.</param>
public sealed record Setting(
    string Name,
    SettingKind Kind,
    string Allowed,
    string Fallback,
    string Meaning,
    Func<SearchServiceOptions, IReadOnlyList<string>, SearchServiceOptions?> Apply)
{
    /// <summary>The beginning of all variables.</summary>
    public const string VariablePrefix = "SEARCHINDEX_";

    /// <summary>Gets the variable of the environment.</summary>
    public string Variable => VariablePrefix + Name.ToUpperInvariant().Replace('-', '_');

    /// <summary>Gets a variable that other programs have for the same, which stands for ours when that is not set; null for none.</summary>
    public string? OtherVariable { get; init; }

    /// <summary>Gets whether every archive of a service has it for itself.</summary>
    public bool IsOfCollection { get; init; }

    /// <summary>Gets whether values are paths; those of a file begin at its folder.</summary>
    public bool IsPath { get; init; }
}
