namespace SearchIndex.News.Variants;

/// <summary>Forms that mean the same: one line of a file of variants.</summary>
/// <param name="Kind">What the forms name.</param>
/// <param name="Forms">Two forms or more, all different as keys.</param>
/// <param name="Note">What a person should know of the group, often the name in its own letters; empty when there is none.</param>
/// <param name="Line">The number of the line in its file, from 1.</param>
public sealed record VariantGroup(VariantKind Kind, IReadOnlyList<VariantForm> Forms, string Note, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join('|', Forms);
}
