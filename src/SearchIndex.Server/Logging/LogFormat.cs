namespace SearchIndex.Server.Logging;

/// <summary>How lines of the log look.</summary>
public enum LogFormat
{
    /// <summary>A line for a person.</summary>
    Text,

    /// <summary>A JSON object on a line, for a program.</summary>
    Json,
}
