using System.Globalization;

namespace SearchIndex.News;

/// <summary>How an update works.</summary>
public sealed record UpdateOptions
{
    /// <summary>Gets the number of threads that read and analyse; null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the memory in megabytes that documents may take before they are written as segments.</summary>
    public int BufferMegabytes { get; init; } = 256;

    /// <summary>
    /// Gets whether the same index, files and options give the same bytes, as with <see cref="RebuildOptions.Reproducible"/>. Since no times
    /// are recorded, the next update reads every file to see whether it changed.
    /// </summary>
    public bool Reproducible { get; init; }

    /// <summary>Gets what decides about the bytes of an index, as the command line says it.</summary>
    internal string Note => string.Create(
        CultureInfo.InvariantCulture, $"update --buffer {BufferMegabytes}{(Reproducible ? " --reproducible" : string.Empty)}");

    /// <summary>Gets how fast merges may write, in 2^20 bytes a second; null, the default, for as fast as they can.</summary>
    public double? MergeMegabytesPerSecond { get; init; }
}
