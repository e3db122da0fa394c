namespace SearchIndex.News.Query;

/// <summary>What an index holds.</summary>
public sealed record IndexStats
{
    /// <summary>Gets the number of articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the number of segments.</summary>
    public required int Segments { get; init; }

    /// <summary>Gets the bytes of the files of all segments.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Gets the generation of the commit.</summary>
    public required long Generation { get; init; }

    /// <summary>Gets when the index was built, or null when the commit does not say.</summary>
    public required DateTimeOffset? BuiltAt { get; init; }

    /// <summary>Gets the number of files that were further copies of an article.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the number of files that could not become articles.</summary>
    public required int Problems { get; init; }

    /// <summary>Gets the date of the oldest article, or null.</summary>
    public required DateTimeOffset? Oldest { get; init; }

    /// <summary>Gets the date of the newest article, or null.</summary>
    public required DateTimeOffset? Newest { get; init; }

    /// <summary>Gets the articles of each outlet, the largest first.</summary>
    public required IReadOnlyList<OutletCount> Outlets { get; init; }

    /// <summary>Gets the articles of each script: hans, hant, mixed, none.</summary>
    public required IReadOnlyDictionary<string, int> Scripts { get; init; }
}
