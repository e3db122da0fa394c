using SearchIndex.Server.Collections;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Looks at a set-up of the service, changes nothing, and says what is wrong with it and what to do.</summary>
public static class ServiceDoctor
{
    /// <summary>Examines a set-up.</summary>
    /// <param name="options">What the service would be started with.</param>
    /// <param name="readAll">Whether each index is read whole, which takes a while when it is large.</param>
    /// <param name="cancellation">Ends the reading of an index.</param>
    public static IReadOnlyList<Finding> Examine(SearchServiceOptions options, bool readAll, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.Collections.SelectMany(one => Examine(one, readAll, cancellation)), .. DoorFindings.Of(options)];
    }

    /// <summary>Of several archives, what is found begins with the name.</summary>
    private static IEnumerable<Finding> Examine(CollectionOptions collection, bool readAll, CancellationToken cancellation)
    {
        Finding[] findings =
        [
            .. IndexFindings.Of(collection, readAll, cancellation),
            .. DiskFindings.Of(collection),
            .. FileFindings.Of(collection),
        ];
        return collection.Name.Length == 0 ? findings : findings.Select(finding => finding with { What = $"{collection.Name}: {finding.What}" });
    }
}
