namespace SearchIndex.Engine.Store;

/// <summary>A file is written in a version of its format that is newer than the ones this engine reads.</summary>
public sealed class IndexFormatTooNewException : IOException
{
    /// <summary>Creates the exception without details.</summary>
    public IndexFormatTooNewException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public IndexFormatTooNewException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public IndexFormatTooNewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a file.</summary>
    public IndexFormatTooNewException(string resource, int found, int oldest, int newest)
        : base($"format version {found} of {resource} is newer than the versions {oldest} to {newest} that can be read")
    {
    }
}
