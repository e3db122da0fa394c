namespace SearchIndex.News.Query;

/// <summary>A text with a form in it that is not meant there: 布希亞 for 布希.</summary>
/// <param name="Text">The longer text.</param>
/// <param name="Lead">What of it comes before the form; may be empty.</param>
internal readonly record struct LongerText(string Text, string Lead);
