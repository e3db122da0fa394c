namespace SearchIndex.News.Query;

/// <summary>A form of a text, and what it counts.</summary>
/// <param name="Text">The form.</param>
/// <param name="Weight">What it counts beside the typed one: 1 for that, less for others.</param>
internal readonly record struct WeightedText(string Text, float Weight);
