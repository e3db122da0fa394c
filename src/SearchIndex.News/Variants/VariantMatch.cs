namespace SearchIndex.News.Variants;

/// <summary>A form that stands in a text, and the forms that may stand for it.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is; middle dots within it count.</param>
/// <param name="Alternatives">The other forms, best first and each once; none when those that there are need words of context which the query lacks.</param>
public readonly record struct VariantMatch(int Start, int Length, IReadOnlyList<VariantAlternative> Alternatives)
{
    /// <summary>Gets where it ends, exclusive.</summary>
    public int End => Start + Length;
}
