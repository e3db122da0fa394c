namespace SearchIndex.Engine.Store;

/// <summary>The index is being written by somebody else.</summary>
public sealed class LockObtainFailedException : IOException
{
    /// <summary>Creates the exception without details.</summary>
    public LockObtainFailedException()
    {
    }

    /// <summary>Creates the exception with a message that says where the lock is and who holds it.</summary>
    public LockObtainFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public LockObtainFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
