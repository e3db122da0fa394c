namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>All attacks. A hole that is found gets a row here before it is mended.</summary>
internal static partial class AttackTable
{
    /// <summary>Gets the attacks in the order of docs/security.md.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Outputs(), .. Files(), .. Paths(), .. Hosts(), .. Headers(), .. Framing(), .. Keys(), .. Collections(), .. Caches(), .. Origins(), .. Queries(), .. Archive(),
    ];
}
