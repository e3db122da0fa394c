namespace SearchIndex.Engine.Search;

/// <summary>What a collector needs of the documents that match.</summary>
public enum ScoreMode
{
    /// <summary>All documents with their scores.</summary>
    Complete,

    /// <summary>All documents; nobody looks at the scores.</summary>
    CompleteNoScores,
}
