namespace SearchIndex.News.Variants;

/// <summary>A Chinese form of a name in letters.</summary>
/// <param name="Text">The form in its most frequent spelling.</param>
/// <param name="Count">How often the name stands in brackets behind it.</param>
public sealed record NamePairForm(string Text, int Count);
