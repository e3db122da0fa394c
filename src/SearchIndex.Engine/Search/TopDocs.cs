namespace SearchIndex.Engine.Search;

/// <summary>The first documents of a search.</summary>
/// <param name="TotalHits">How many match in all.</param>
/// <param name="ScoreDocs">The first of them, in order.</param>
public sealed record TopDocs(TotalHits TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs);
