using SearchIndex.News;
using SearchIndex.News.Ingest;
using SearchIndex.News.Snapshots;

namespace SearchIndex.Server.Tasks;

/// <summary>What a task did. What does not concern its kind is null.</summary>
public sealed record TaskReport
{
    /// <summary>The most problems that a report lists.</summary>
    public const int MaxProblems = 100;

    /// <summary>Gets the files that were read.</summary>
    public int? FilesRead { get; init; }

    /// <summary>Gets the files that an update found to be new.</summary>
    public int? New { get; init; }

    /// <summary>Gets the files that an update found to be changed.</summary>
    public int? Changed { get; init; }

    /// <summary>Gets the files that an update found under another path.</summary>
    public int? Moved { get; init; }

    /// <summary>Gets the files that an update found to be gone.</summary>
    public int? Deleted { get; init; }

    /// <summary>Gets the articles that were written to the index.</summary>
    public int? Indexed { get; init; }

    /// <summary>Gets the files that are further copies of an article.</summary>
    public int? Copies { get; init; }

    /// <summary>Gets how many files were read and could not become articles.</summary>
    public int? ProblemsTotal { get; init; }

    /// <summary>Gets the first of these, by path.</summary>
    public IReadOnlyList<ArticleProblem> Problems { get; init; } = [];

    /// <summary>Gets the articles that the index, or the snapshot, has.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the segments that the index has.</summary>
    public int? Segments { get; init; }

    /// <summary>Gets the generation of the commit: that which was made, or the one before when there was nothing to do.</summary>
    public long? Generation { get; init; }

    /// <summary>Gets the name of the snapshot.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Gets the bytes of the snapshot, those that it shares with the index included.</summary>
    public long? SizeBytes { get; init; }

    internal static TaskReport Of(IngestReport report) => new()
    {
        FilesRead = report.FilesRead,
        Indexed = report.Indexed,
        Copies = report.Copies,
        ProblemsTotal = report.Problems.Count,
        Problems = [.. report.Problems.Take(MaxProblems)],
        Articles = report.Indexed,
        Segments = report.Segments,
    };

    internal static TaskReport Of(UpdateReport report) => new()
    {
        FilesRead = report.FilesRead,
        New = report.New,
        Changed = report.Changed,
        Moved = report.Moved,
        Deleted = report.Deleted,
        Indexed = report.Indexed,
        Copies = report.Copies,
        ProblemsTotal = report.Problems.Count,
        Problems = [.. report.Problems.Take(MaxProblems)],
        Articles = report.Articles,
        Generation = report.Generation,
    };

    internal static TaskReport Of(OptimizeReport report) =>
        new() { Articles = report.Articles, Segments = report.Segments, Generation = report.Generation };

    internal static TaskReport Of(IndexCopy copy) =>
        new() { Articles = copy.Articles, Generation = copy.Generation, Snapshot = copy.Name, SizeBytes = copy.SizeBytes };
}
