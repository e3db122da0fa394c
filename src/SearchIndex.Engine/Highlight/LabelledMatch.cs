namespace SearchIndex.Engine.Highlight;

/// <summary>A place in a text that matches a labelled part of a query.</summary>
/// <param name="Label">The label.</param>
/// <param name="Range">The place.</param>
public readonly record struct LabelledMatch(string Label, MatchRange Range);
