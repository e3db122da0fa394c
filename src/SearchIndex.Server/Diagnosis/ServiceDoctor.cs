namespace SearchIndex.Server.Diagnosis;

/// <summary>Looks at a set-up of the service, changes nothing, and says what is wrong with it and what to do.</summary>
public static class ServiceDoctor
{
    /// <summary>Examines a set-up.</summary>
    /// <param name="options">What the service would be started with.</param>
    /// <param name="readAll">Whether the index is read whole, which takes a while when it is large.</param>
    /// <param name="cancellation">Ends the reading of the index.</param>
    public static IReadOnlyList<Finding> Examine(SearchServiceOptions options, bool readAll, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. IndexFindings.Of(options, readAll, cancellation),
            .. DiskFindings.Of(options),
            .. FileFindings.Of(options),
            .. DoorFindings.Of(options),
        ];
    }
}
