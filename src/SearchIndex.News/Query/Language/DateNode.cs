namespace SearchIndex.News.Query.Language;

/// <summary>A span of publication.</summary>
/// <param name="Text">The span as it was typed.</param>
/// <param name="From">The first moment, inclusive, or null.</param>
/// <param name="To">The end, exclusive, or null.</param>
public sealed record DateNode(string Text, DateTimeOffset? From, DateTimeOffset? To) : QueryNode;
