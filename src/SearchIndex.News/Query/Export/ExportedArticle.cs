using SearchIndex.News.Ingest;

namespace SearchIndex.News.Query.Export;

/// <summary>A hit as it is taken away, with what it takes to find it again.</summary>
public sealed record ExportedArticle
{
    /// <summary>Gets the place among the hits, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Gets the score; comparable within one answer only.</summary>
    public required float Score { get; init; }

    /// <summary>Gets the id of the article.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the outlet.</summary>
    public required HitOutlet Outlet { get; init; }

    /// <summary>Gets the author, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Gets when the article was published, or null.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Gets the script.</summary>
    public required ArticleScript Script { get; init; }

    /// <summary>Gets the URL, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Gets the path of the file below the folder that was indexed.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the query that found it.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the version of the index that was asked: the id of its commit.</summary>
    public required string IndexVersion { get; init; }
}
