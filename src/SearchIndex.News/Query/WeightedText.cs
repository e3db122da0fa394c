namespace SearchIndex.News.Query;

/// <summary>A form of a text, and what it counts.</summary>
/// <param name="Text">The form.</param>
/// <param name="Weight">What it counts beside the typed one: 1 for that, less for others.</param>
/// <param name="NotWithin">The longer texts in which it is not meant.</param>
internal readonly record struct WeightedText(string Text, float Weight, IReadOnlyList<LongerText> NotWithin)
{
    /// <summary>Creates the form that was typed: it is meant wherever it stands.</summary>
    public static WeightedText Typed(string text) => new(text, 1f, []);
}
