namespace SearchIndex.Benchmarks;

/// <summary>How the answer of a question stands beside the text that is ranked first.</summary>
internal enum MissClass
{
    /// <summary>The answer is first.</summary>
    First,

    /// <summary>The text that is first has at least as much of the question by every count, and more by one.</summary>
    WinnerHasMore,

    /// <summary>Each has more by some count.</summary>
    Mixed,

    /// <summary>Both have the same by every count.</summary>
    Equal,

    /// <summary>The answer has at least as much by every count, and more by one.</summary>
    AnswerHasMore,

    /// <summary>The answer is not among the hits that were looked at.</summary>
    NotFound,
}
