namespace SearchIndex.News.Ingest;

/// <summary>The known entries of the block between lines of three dashes at the head of a file. No text is empty.</summary>
internal sealed record FrontMatter
{
    /// <summary>The front matter of a file that has none.</summary>
    internal static readonly FrontMatter None = new();

    internal string? Title { get; init; }

    internal string? Date { get; init; }

    internal string? Author { get; init; }

    /// <summary>Gets the address of the article.</summary>
    internal string? From { get; init; }

    internal IReadOnlyList<string> Tags { get; init; } = [];

    internal IReadOnlyList<string> Categories { get; init; } = [];
}
