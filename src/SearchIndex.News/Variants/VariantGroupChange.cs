namespace SearchIndex.News.Variants;

/// <summary>What became of a group of variants between two files.</summary>
/// <param name="Before">The group in the older file; null when it is new.</param>
/// <param name="After">The group in the newer file; null when it is gone.</param>
public sealed record VariantGroupChange(VariantGroup? Before, VariantGroup? After);
