namespace SearchIndex.News.Variants;

/// <summary>Two groups of a table that get in each other's way.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Form">The form of the first group.</param>
/// <param name="Group">The first group.</param>
/// <param name="OtherForm">The form of the other group.</param>
/// <param name="Other">The other group.</param>
public sealed record VariantClash(VariantClashKind Kind, VariantForm Form, VariantGroup Group, VariantForm OtherForm, VariantGroup Other);
