namespace SearchIndex.Engine.Index;

/// <summary>What <see cref="CheckIndex"/> found in one part of a segment.</summary>
/// <param name="Part">The part, such as "norms".</param>
/// <param name="Figures">What was counted; empty when the part is broken.</param>
/// <param name="Problem">The first contradiction, or null when the part is sound.</param>
public sealed record PartReport(string Part, string Figures, string? Problem);
