namespace SearchIndex.News.Query.Language;

/// <summary>A query taken apart.</summary>
/// <param name="Root">What is asked for.</param>
/// <param name="Notices">What was not understood as an operator and therefore taken as text, or left out.</param>
public sealed record ParsedQuery(QueryNode Root, IReadOnlyList<string> Notices);
