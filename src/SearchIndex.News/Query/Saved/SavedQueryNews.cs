using System.Text.Json.Serialization;

namespace SearchIndex.News.Query.Saved;

/// <summary>What a saved query finds in a commit of the index.</summary>
public sealed record SavedQueryNews
{
    /// <summary>Gets the name of the query.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what it is called for people.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the query.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the query and its filters as an address has them.</summary>
    [JsonIgnore]
    public SearchParameters Parameters { get; init; } = new();

    /// <summary>Gets how many articles match in all, each version counted.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets what should be known about how the query was understood.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>Gets the articles that were not there before, the newest first; of versions of one article only the first.</summary>
    public required IReadOnlyList<NewArticle> New { get; init; }

    /// <summary>Returns the query without its articles.</summary>
    public SavedQuerySummary Summarize() => new(Name, Title, Query, Articles, New.Count, New.Count == 0 ? null : New[0].FirstSeen);
}
