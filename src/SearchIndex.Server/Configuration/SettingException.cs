namespace SearchIndex.Server.Configuration;

/// <summary>Settings that the service cannot start with: the message names each with its value and what is allowed.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public SettingException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public SettingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    public SettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
