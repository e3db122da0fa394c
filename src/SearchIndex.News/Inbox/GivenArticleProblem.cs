namespace SearchIndex.News.Inbox;

/// <summary>Why a given article cannot be taken.</summary>
/// <param name="Member">The member that is wrong.</param>
/// <param name="Allowed">What it may be, for a person.</param>
public sealed record GivenArticleProblem(string Member, string Allowed);
