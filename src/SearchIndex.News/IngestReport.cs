using SearchIndex.News.Ingest;

namespace SearchIndex.News;

/// <summary>What a rebuild did. Every file is accounted for: <c>FilesRead = Indexed + Copies + Problems</c>.</summary>
public sealed record IngestReport
{
    /// <summary>Gets the number of files that were found and read.</summary>
    public required int FilesRead { get; init; }

    /// <summary>Gets the bytes of those files.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Gets the number of articles in the index.</summary>
    public required int Indexed { get; init; }

    /// <summary>Gets the number of files that were further copies of an article.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the files that could not become articles, by path.</summary>
    public required IReadOnlyList<ArticleProblem> Problems { get; init; }

    /// <summary>Gets how long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets the number of segments of the new index.</summary>
    public required int Segments { get; init; }
}
