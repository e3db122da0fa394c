namespace SearchIndex.News.Query.Related;

/// <summary>What of a text stands in another as well.</summary>
/// <param name="Passages">The places, from the first to the last; they do not touch.</param>
/// <param name="Letters">How many letters they have together; punctuation and white space are none.</param>
/// <param name="OfLetters">How many letters the whole text has.</param>
public sealed record SharedText(IReadOnlyList<TextRange> Passages, int Letters, int OfLetters);
