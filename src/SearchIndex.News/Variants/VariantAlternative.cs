namespace SearchIndex.News.Variants;

/// <summary>Another form for one that stands in a query.</summary>
/// <param name="Form">The other form.</param>
/// <param name="Group">The group that both are in.</param>
/// <param name="Weight">What it counts beside the typed form, which counts 1: above 0 and below 1 (<see cref="VariantWeights"/>).</param>
public sealed record VariantAlternative(VariantForm Form, VariantGroup Group, float Weight);
