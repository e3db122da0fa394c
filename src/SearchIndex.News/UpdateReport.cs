using SearchIndex.News.Ingest;

namespace SearchIndex.News;

/// <summary>
/// What an update did. Every file that was found is accounted for: <c>FilesFound = New + Changed + Moved + Touched + Unchanged</c>.
/// </summary>
public sealed record UpdateReport
{
    /// <summary>Gets the number of files that were found below the paths.</summary>
    public required int FilesFound { get; init; }

    /// <summary>Gets the number of files that the index did not know.</summary>
    public required int New { get; init; }

    /// <summary>Gets the number of known files with other bytes.</summary>
    public required int Changed { get; init; }

    /// <summary>Gets the number of files that have another path and the bytes of one that is gone; neither counts as new or deleted.</summary>
    public required int Moved { get; init; }

    /// <summary>Gets the number of known files with another time and the same bytes; they are not indexed again.</summary>
    public required int Touched { get; init; }

    /// <summary>Gets the number of files that nothing happened to.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets the number of known files that are gone.</summary>
    public required int Deleted { get; init; }

    /// <summary>Gets the number of files that had to be read.</summary>
    public required int FilesRead { get; init; }

    /// <summary>Gets the bytes of these files.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Gets the number of articles that were written to the index, new ones and replaced ones.</summary>
    public required int Indexed { get; init; }

    /// <summary>Gets the number of articles that the index holds.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the number of files that are further copies of an article, in the whole archive.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the files that were read and could not become articles, by path.</summary>
    public required IReadOnlyList<ArticleProblem> Problems { get; init; }

    /// <summary>Gets whether there was anything to commit.</summary>
    public required bool Committed { get; init; }

    /// <summary>Gets the generation of the newest commit.</summary>
    public required long Generation { get; init; }

    /// <summary>Gets how long it took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
