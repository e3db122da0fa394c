namespace SearchIndex.News.Query;

/// <summary>A query taken apart.</summary>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Notices">What was not understood as an operator and therefore taken as text.</param>
public sealed record ParsedQuery(IReadOnlyList<QueryPart> Parts, IReadOnlyList<string> Notices);
