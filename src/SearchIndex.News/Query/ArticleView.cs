using SearchIndex.News.Ingest;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Query;

/// <summary>A whole article, with the matches of a query when one was given.</summary>
public sealed record ArticleView
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the matches in the title.</summary>
    public required IReadOnlyList<TextRange> TitleMarks { get; init; }

    /// <summary>Gets where the title stands in the first of the files; null when it is not in it.</summary>
    public required SourceRange? TitleSourceRange { get; init; }

    /// <summary>Gets the URL, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Gets the outlet.</summary>
    public required HitOutlet Outlet { get; init; }

    /// <summary>Gets the author, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Gets the editors.</summary>
    public required IReadOnlyList<string> Editors { get; init; }

    /// <summary>Gets when the article was published, or null.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Gets where the date was found.</summary>
    public required PublishedEvidence PublishedEvidence { get; init; }

    /// <summary>Gets where title, URL, outlet and author were found.</summary>
    public required ArticleEvidence Evidence { get; init; }

    /// <summary>Gets the script.</summary>
    public required ArticleScript Script { get; init; }

    /// <summary>Gets the files the article was found in; the one that was taken comes first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets the tags of the front matter.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Gets the body; paragraphs are lines.</summary>
    public required string Body { get; init; }

    /// <summary>Gets where the body stands in the first of the files; null when it is not in it in one piece.</summary>
    public required SourceRange? BodySourceRange { get; init; }

    /// <summary>Gets the matches in the body.</summary>
    public required IReadOnlyList<TextRange> BodyMarks { get; init; }
}
