namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>What a person may have meant instead.</summary>
/// <param name="Query">The query with one text in it corrected, the rest as it was typed.</param>
/// <param name="Text">The corrected text alone.</param>
/// <param name="Kind">How it differs from the typed one.</param>
/// <param name="Articles">How many articles the query finds with the same filters, versions counted each; more than the typed one.</param>
public sealed record Correction(string Query, string Text, CorrectionKind Kind, int Articles);
