namespace SearchIndex.News.Query;

/// <summary>A parameter of a search whose value is not allowed.</summary>
/// <param name="Name">The parameter, such as <c>from</c>.</param>
/// <param name="Value">The value as it was given.</param>
/// <param name="Allowed">What is allowed instead, for a person.</param>
public sealed record ParameterProblem(string Name, string Value, string Allowed);
