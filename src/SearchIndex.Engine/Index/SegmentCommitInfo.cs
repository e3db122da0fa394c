using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>A segment as a commit sees it: the segment itself, and the generations that changed it since (spec 3.1).</summary>
/// <param name="Info">What never changes.</param>
public sealed record SegmentCommitInfo(SegmentInfo Info)
{
    /// <summary>Gets the generation of the live documents, or -1 when nothing is deleted.</summary>
    public long DelGen { get; init; } = -1;

    /// <summary>Gets how many documents are deleted.</summary>
    public int DelCount { get; init; }

    /// <summary>Gets the generation of the field infos, or -1 for those of the segment.</summary>
    public long FieldInfosGen { get; init; } = -1;

    /// <summary>Gets the highest generation of updated doc values, or -1.</summary>
    public long DocValuesGen { get; init; } = -1;

    /// <summary>Gets how many documents are soft-deleted.</summary>
    public int SoftDelCount { get; init; }

    /// <summary>Gets the id of this state of the segment, or null when the commit has none.</summary>
    public byte[]? Id { get; init; }

    /// <summary>Gets the files of the field infos' generation.</summary>
    public IReadOnlyCollection<string> FieldInfosFiles { get; init; } = [];

    /// <summary>Gets the files of updated doc values, by field number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyCollection<string>> DocValuesUpdateFiles { get; init; } =
        new Dictionary<int, IReadOnlyCollection<string>>();

    /// <summary>Gets the number of documents that are not deleted.</summary>
    public int NumDocs => Info.MaxDoc - DelCount;

    /// <summary>Lists every file that this state needs.</summary>
    public IEnumerable<string> Files() => Info.Files.Concat(GenerationFiles());

    /// <summary>Lists the files of this state that the segment was not written with.</summary>
    internal IEnumerable<string> GenerationFiles()
    {
        IEnumerable<string> files = FieldInfosFiles.Concat(DocValuesUpdateFiles.Values.SelectMany(names => names));
        return DelGen < 0 ? files : files.Append(IndexFileNames.GenerationFile(Info.Name, DelGen, "liv"));
    }

    /// <summary>
    /// Tells whether another state of the same segment is this one. Generations alone do not say so: one that was never committed may come
    /// again with other contents. A state without an id is like no other.
    /// </summary>
    internal bool IsSameState(SegmentCommitInfo other) =>
        Id is not null && other.Id is not null && Id.AsSpan().SequenceEqual(other.Id)
        && DelGen == other.DelGen && FieldInfosGen == other.FieldInfosGen && DocValuesGen == other.DocValuesGen;
}
