namespace SearchIndex.News;

/// <summary>The index is sound, but cannot be brought up to date: it has to be built anew.</summary>
public sealed class RebuildNeededException : Exception
{
    /// <summary>Creates an exception without a reason.</summary>
    public RebuildNeededException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">Why.</param>
    public RebuildNeededException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The cause.</param>
    public RebuildNeededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
