namespace SearchIndex.News;

/// <summary>How a rebuild works.</summary>
public sealed record RebuildOptions
{
    /// <summary>Gets the number of threads that read and analyse; null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the largest number of segments of the index, 1 or more.</summary>
    public int MaxSegments { get; init; } = 5;

    /// <summary>Gets the memory in megabytes that documents may take before they are written as segments.</summary>
    public int BufferMegabytes { get; init; } = 256;
}
