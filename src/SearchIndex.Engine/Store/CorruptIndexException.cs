namespace SearchIndex.Engine.Store;

/// <summary>Bytes of an index file are not what the format promises.</summary>
public sealed class CorruptIndexException : IOException
{
    /// <summary>Creates the exception without details.</summary>
    public CorruptIndexException()
    {
    }

    /// <summary>Creates the exception with a message that names file, offset, expected and found.</summary>
    public CorruptIndexException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public CorruptIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a place in a file.</summary>
    /// <param name="problem">What was expected and what was found.</param>
    /// <param name="resource">The file.</param>
    /// <param name="offset">The byte offset in the file.</param>
    public CorruptIndexException(string problem, string resource, long offset)
        : base($"{problem} (file {resource}, offset {offset})")
    {
    }
}
