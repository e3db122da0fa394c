namespace SearchIndex.News.Query.Language;

/// <summary>A text to find.</summary>
/// <param name="Field">Where: title and body, one of them, or the author.</param>
/// <param name="Text">The text without quotes and operators, not empty; a question mark between two characters stands for any one.</param>
/// <param name="Form">How it must stand there.</param>
public sealed record TextNode(QueryField Field, string Text, TextForm Form) : QueryNode;
