namespace SearchIndex.Server.Configuration;

/// <summary>A setting as somebody gave it.</summary>
/// <param name="Origin">Where it stands, for a person: <c>--rate-limit</c>, <c>SEARCHINDEX_RATE_LIMIT</c>, or the file and its key.</param>
/// <param name="Setting">What is set.</param>
/// <param name="Values">To what.</param>
public sealed record GivenSetting(string Origin, Setting Setting, IReadOnlyList<string> Values)
{
    /// <summary>Gets the name of the archive that it is for; null for the only one, and for what is set for the service.</summary>
    public string? Collection { get; init; }
}
