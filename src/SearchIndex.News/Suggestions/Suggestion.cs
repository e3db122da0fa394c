namespace SearchIndex.News.Suggestions;

/// <summary>What a person may be about to type.</summary>
/// <param name="Text">The text.</param>
/// <param name="Query">What to search for: the text in the query language, with quotes or a field where it needs them.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Articles">How many articles the search finds, versions counted each; 1 or more.</param>
public sealed record Suggestion(string Text, string Query, SuggestionKind Kind, int Articles);
