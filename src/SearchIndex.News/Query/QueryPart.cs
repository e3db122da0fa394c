namespace SearchIndex.News.Query;

/// <summary>One part of a query as the person typed it.</summary>
/// <param name="Field">What it is looked for in.</param>
/// <param name="Text">The text, without quotes and operators.</param>
/// <param name="IsQuoted">Whether it stood in quotes and so must match as contiguous text.</param>
/// <param name="IsExcluded">Whether hits must not have it.</param>
public sealed record QueryPart(QueryField Field, string Text, bool IsQuoted, bool IsExcluded);
