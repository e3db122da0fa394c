namespace SearchIndex.News.Variants;

/// <summary>A name in letters that stands in brackets behind Chinese forms of it.</summary>
/// <param name="Letters">The name in letters.</param>
/// <param name="Forms">The Chinese forms, the most frequent first.</param>
public sealed record NamePair(string Letters, IReadOnlyList<NamePairForm> Forms)
{
    /// <summary>Gets how often the name stands in brackets behind one of the forms.</summary>
    public int Count => Forms.Sum(form => form.Count);
}
