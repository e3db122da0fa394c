namespace SearchIndex.Server.Diagnosis;

/// <summary>What was found about one part of a set-up.</summary>
/// <param name="Part">What was looked at.</param>
/// <param name="Kind">How bad it is.</param>
/// <param name="What">What was found.</param>
/// <param name="Advice">What to do about it; null when all is well.</param>
public sealed record Finding(string Part, FindingKind Kind, string What, string? Advice)
{
    internal static Finding Good(string part, string what) => new(part, FindingKind.Good, what, null);

    internal static Finding Warning(string part, string what, string advice) => new(part, FindingKind.Warning, what, advice);

    internal static Finding Fault(string part, string what, string advice) => new(part, FindingKind.Fault, what, advice);
}
