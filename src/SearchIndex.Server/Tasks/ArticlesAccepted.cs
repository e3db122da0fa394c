namespace SearchIndex.Server.Tasks;

/// <summary>What became of many articles that were sent at once.</summary>
/// <param name="Task">The task that takes them into the index.</param>
/// <param name="Accepted">How many lines were taken.</param>
/// <param name="Rejected">How many were not.</param>
/// <param name="Problems">Why: the first 100 of them.</param>
public sealed record ArticlesAccepted(IndexTask Task, int Accepted, int Rejected, IReadOnlyList<ArticleLineProblem> Problems);
