namespace SearchIndex.News;

/// <summary>How an update works.</summary>
public sealed record UpdateOptions
{
    /// <summary>Gets the number of threads that read and analyse; null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the memory in megabytes that documents may take before they are written as segments.</summary>
    public int BufferMegabytes { get; init; } = 256;
}
