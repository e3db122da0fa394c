using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>A news article as it was read from one or more files. Immutable.</summary>
public sealed record Article
{
    /// <summary>Gets the id: 16 hexadecimal digits derived from the identity (canonical URL, else path).</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the URL as the file gives it, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the outlet.</summary>
    public required Outlet Outlet { get; init; }

    /// <summary>Gets the author or the agency line, or null when the text names none.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the editors that the text names.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>Gets when the article was published (UTC, whole milliseconds), or null when nothing tells.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Gets where the date was found.</summary>
    public PublishedEvidence PublishedEvidence { get; init; }

    /// <summary>Gets where title, URL, outlet and author were found.</summary>
    public ArticleEvidence Evidence { get; init; }

    /// <summary>Gets the script of title and body.</summary>
    public ArticleScript Script { get; init; }

    /// <summary>Gets the paragraphs of the body in reading order; none is empty, none holds a line feed.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Gets the tags of the front matter.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the categories of the front matter.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gets where the title stands in the first of the files, or null when it does not stand there as it is.</summary>
    public SourceMap? TitleSource { get; init; }

    /// <summary>Gets where the paragraphs, with a line feed between them, stand in the first of the files.</summary>
    public SourceMap? BodySource { get; init; }

    /// <summary>Gets the files the article was found in, by their paths below the given folders; the one that was taken comes first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
