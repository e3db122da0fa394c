namespace SearchIndex.Engine.Codecs;

/// <summary>What the <c>.si</c> file says of a segment (spec 4.1). Never changes once it is written.</summary>
/// <param name="Name">The name, such as <c>_0</c>, which every file of the segment starts with.</param>
/// <param name="Id">The 16 bytes that every file of the segment carries.</param>
/// <param name="MaxDoc">The number of documents, deleted ones included; 1 or more.</param>
public sealed record SegmentInfo(string Name, ReadOnlyMemory<byte> Id, int MaxDoc)
{
    /// <summary>Gets the version that wrote the segment.</summary>
    public LuceneVersion Version { get; init; } = LuceneVersion.Current;

    /// <summary>Gets the smallest version that contributed documents.</summary>
    public LuceneVersion MinVersion { get; init; } = LuceneVersion.Current;

    /// <summary>Gets whether the files lie in one <c>.cfs</c>.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Gets whether the documents are sorted by fields, which this engine does not do and does not read.</summary>
    public bool HasIndexSort { get; init; }

    /// <summary>Gets free text about how the segment came to be.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what formats left for themselves, such as the mode of stored fields.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the names of all files, the <c>.si</c> included, generation files not.</summary>
    public IReadOnlyCollection<string> Files { get; init; } = [];
}
