namespace SearchIndex.Engine.Index;

/// <summary>A folder holds no index.</summary>
public sealed class IndexNotFoundException : IOException
{
    /// <summary>Creates the exception without details.</summary>
    public IndexNotFoundException()
    {
    }

    /// <summary>Creates the exception with a message that names the folder.</summary>
    public IndexNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public IndexNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
