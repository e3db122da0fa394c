using System.Globalization;

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

    /// <summary>
    /// Gets whether the same files and options give the same bytes, whenever and wherever the index is built. Articles are then read by all
    /// threads and indexed by one, and neither times nor folders are recorded. The index folder must not hold an index yet.
    /// </summary>
    public bool Reproducible { get; init; }

    /// <summary>Gets what decides about the bytes of an index, as the command line says it.</summary>
    internal string Note => string.Create(
        CultureInfo.InvariantCulture,
        $"rebuild --max-segments {MaxSegments} --buffer {BufferMegabytes}{(Reproducible ? " --reproducible" : string.Empty)}");
}
