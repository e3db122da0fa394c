namespace SearchIndex.Server.Tasks;

/// <summary>A line of many articles that was not taken.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Code">What is wrong: <c>wrong-line</c> when it is no JSON of an article, <c>wrong-article</c> when a member has a wrong value.</param>
/// <param name="Reason">The same for a person.</param>
public sealed record ArticleLineProblem(int Line, string Code, string Reason);
