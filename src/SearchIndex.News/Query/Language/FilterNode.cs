namespace SearchIndex.News.Query.Language;

/// <summary>A condition that narrows the hits and does not rank them.</summary>
/// <param name="Field">Outlet, address or script.</param>
/// <param name="Value">What it must be, as it was typed.</param>
public sealed record FilterNode(QueryField Field, string Value) : QueryNode;
