using SearchIndex.Server.Logging;

namespace SearchIndex.Server;

/// <content>What those who run the service want to see of it.</content>
public sealed partial record SearchServiceOptions
{
    /// <summary>Gets how lines of the log look.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>Gets whether each request is logged, without its query.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Gets whether each request is logged with its query.</summary>
    public bool LogQueries { get; init; }

    /// <summary>Gets the time from which on a request with a query is logged with it; zero for none.</summary>
    public TimeSpan SlowQuery { get; init; }

    /// <summary>Gets the address of the collector that gets numbers and traces by OTLP; null for none.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Gets the free bytes that the disk of the index should have; null for as many as the index has, at least 100 MB.</summary>
    public long? DiskReserveBytes { get; init; }
}
