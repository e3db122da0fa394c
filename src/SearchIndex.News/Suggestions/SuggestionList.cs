namespace SearchIndex.News.Suggestions;

/// <summary>The suggestions for what was typed so far.</summary>
/// <param name="Query">What was typed.</param>
/// <param name="Suggestions">The suggestions, the most useful first.</param>
public sealed record SuggestionList(string Query, IReadOnlyList<Suggestion> Suggestions)
{
    /// <summary>The number of suggestions when nothing else is asked.</summary>
    public const int DefaultSize = 10;

    /// <summary>The largest number of suggestions.</summary>
    public const int MaxSize = 20;
}
