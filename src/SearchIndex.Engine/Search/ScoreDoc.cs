namespace SearchIndex.Engine.Search;

/// <summary>A document that was found.</summary>
/// <param name="Doc">Its number in the whole index.</param>
/// <param name="Score">Its score; 0 when the search was not by score.</param>
public readonly record struct ScoreDoc(int Doc, float Score);
