namespace SearchIndex.News.Query.Saved;

/// <summary>A search that somebody wants to be asked again and again: one line of a file of saved queries.</summary>
/// <param name="Name">What it is called in addresses and commands: letters, digits, minus and underscore; no two are the same but for case.</param>
/// <param name="Title">What it is called for people.</param>
/// <param name="Parameters">The query and its filters.</param>
/// <param name="Request">What is searched.</param>
public sealed record SavedQuery(string Name, string Title, SearchParameters Parameters, SearchRequest Request);
