namespace SearchIndex.Engine.Store;

/// <summary>A file is written in a version of its format that is older than the ones this engine reads.</summary>
public sealed class IndexFormatTooOldException : IOException
{
    /// <summary>Creates the exception without details.</summary>
    public IndexFormatTooOldException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public IndexFormatTooOldException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public IndexFormatTooOldException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a file.</summary>
    public IndexFormatTooOldException(string resource, int found, int oldest, int newest)
        : base($"format version {found} of {resource} is older than the versions {oldest} to {newest} that can be read")
    {
    }
}
